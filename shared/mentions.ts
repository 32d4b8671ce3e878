import { formatReference, parseReference, type Reference } from './reference.ts';

/** A stretch of a text that people wrote: plain, or one that names something of the case. */
export type TextPart =
  | { readonly text: string }
  /** `text` is the mention as it was written, brackets included. */
  | { readonly text: string; readonly reference: Reference };

// Neither pair of brackets may stand within, so that every character is looked at a bounded number of times.
const MENTION = /\[\[((?:(?!\[\[|\]\]).)+)\]\]/gs;

/**
 * Splits a text at its mentions, `[[reference]]` (see reference.ts). What spells no reference stays text; the texts of
 * all parts put together are the text again.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let plainFrom = 0;
  const plainUntil = (end: number) => {
    if (end > plainFrom) parts.push({ text: text.slice(plainFrom, end) });
  };
  for (const { index, 0: mention, 1: inside } of text.matchAll(MENTION)) {
    const reference = parseReference(inside);
    if (!reference) continue;
    plainUntil(index);
    parts.push({ text: mention, reference });
    plainFrom = index + mention.length;
  }
  plainUntil(text.length);
  return parts;
}

/** How a text mentions what the reference names; null for a name whose own brackets no mention can hold. */
export function mentionOf(reference: Reference): string | null {
  const mention = `[[${formatReference(reference)}]]`;
  const [part, ...more] = textParts(mention);
  return more.length === 0 && 'reference' in part ? mention : null;
}
