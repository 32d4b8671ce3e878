import type { TemplatePart } from '../../../shared/contract/analysis.ts';
import { countCharacters } from '../texts/masked.ts';

export type TextPart = { readonly text: string } | { readonly slot: number };

/** What stands for a gap in a frame. */
const GAP = '…';

/**
 * The wording of a template cut at its slots, blanks around them left out. Slots are numbered in order, so a number
 * in braces that is out of order is wording.
 */
export function templateParts(text: string, from: 'skeleton' | 'frame'): TextPart[] {
  const parts: TextPart[] = [];
  let start = 0;
  const cut = (at: number, length: number, slot: number) => {
    push(parts, text.slice(start, at));
    parts.push({ slot });
    start = at + length;
  };
  if (from === 'frame') {
    for (const { index } of text.matchAll(/…/g)) cut(index, GAP.length, 0);
  } else {
    let slot = 1;
    for (const { 0: mark, index } of text.matchAll(/(?<=^|\s)\{\d+\}(?=\s|$)/g)) {
      if (mark === `{${slot}}`) cut(index, mark.length, slot++);
    }
  }
  push(parts, text.slice(start));
  return parts;
}

/** The parts without their words. */
export function maskParts(parts: readonly TextPart[]): TemplatePart[] {
  return parts.map((part) => ('text' in part ? { characters: countCharacters(part.text) } : part));
}

function push(parts: TextPart[], text: string): void {
  const trimmed = text.trim();
  if (trimmed !== '') parts.push({ text: trimmed });
}
