import { mentionOf } from '../../../shared/mentions.ts';
import type { Reference } from '../../../shared/reference.ts';

/** A mention that is being typed: `@` or `[[`, and what follows it up to the caret. */
export interface Typed {
  /** Where its `@` or `[[` begins. */
  readonly from: number;
  readonly part: string;
}

// A name has no spaces while it is typed; an @ within a word, as in an address of mail, begins no mention.
const TYPED = /(?:(?:^|[\s(,;:])(@)|(\[\[))([^\s@[\]]{0,100})$/u;

/** What is being mentioned at the caret; null for nothing. */
export function typedMention(text: string, caret: number): Typed | null {
  const found = TYPED.exec(text.slice(0, caret));
  if (!found) return null;
  const [, at, brackets, part] = found;
  return { from: caret - part.length - (at ?? brackets).length, part };
}

/** Puts a mention in place of what was typed of it; gives the text and where the caret goes. */
export function withMention(
  text: string,
  caret: number,
  { from }: Typed,
  reference: Reference,
  name: string,
): { readonly text: string; readonly caret: number } {
  const inserted = `${mentionOf(reference) ?? name} `;
  // Where a space follows already, one is enough.
  const after = text.slice(caret).replace(/^ /, '');
  return { text: text.slice(0, from) + inserted + after, caret: from + inserted.length };
}
