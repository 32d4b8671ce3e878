import type { Template } from './digest-texts.ts';

/**
 * What a template is called in sentences and evidence: never by its words, which people wrote and which are masked
 * until somebody reveals them.
 */
export function templateName({ id, fixedWords, verbatim }: Template): string {
  if (fixedWords === 0) return `template ${id}`;
  return `template ${id} (${fixedWords} fixed words${verbatim ? ', nothing filled in' : ''})`;
}
