import { mentionOf } from '../../../shared/mentions.ts';
import type { Reference } from '../../../shared/reference.ts';

/** A mention that is being typed: `@` and what follows it up to the caret. */
export interface Typed {
  /** Where the `@` stands. */
  readonly from: number;
  readonly part: string;
}

// An @ within a word, as in an address of mail, begins no mention.
const TYPED = /(?:^|[\s(,;:])@([^\s@[\]]{0,100})$/u;

/** What is being mentioned at the caret; null for nothing. */
export function typedMention(text: string, caret: number): Typed | null {
  const found = TYPED.exec(text.slice(0, caret));
  return found && { from: caret - found[1].length - 1, part: found[1] };
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
  return { text: text.slice(0, from) + inserted + text.slice(caret), caret: from + inserted.length };
}
