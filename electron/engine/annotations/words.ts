import type { RecordBody } from '../../../shared/records/records.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import type { RecordChange } from '../records/change.ts';

const TITLE_LENGTH = 40;

/** An annotation as the history names it. */
export function annotationWords({ kind, text }: RecordBody<'annotation'>): string {
  if (kind === 'star') return 'a star';
  return `the ${kind} "${shortened(text)}"`;
}

/** What a reference names, as a title names it. */
export function thingWords(on: string): string {
  const reference = parseReference(on);
  if (reference?.kind === 'range') return `a time range of ${thingWords(formatReference(reference.of))}`;
  if (reference?.kind === 'request') return 'a request';
  if (reference?.kind === 'case') return 'the case';
  return shortened(on.replace(':', ' '));
}

/** A text as a title quotes it. */
export function shortened(text: string): string {
  return text.length > TITLE_LENGTH ? `${text.slice(0, TITLE_LENGTH).toWellFormed()}…` : text;
}

export function changeOf(id: string, body: RecordBody<'annotation'> | null): RecordChange {
  return { kind: 'annotation', id, body };
}
