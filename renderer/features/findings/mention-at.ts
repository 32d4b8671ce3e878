/** What is being named just before the caret. */
export interface MentionAt {
  /** Where its `@` or `[[` begins. */
  readonly from: number;
  readonly query: string;
}

// A name has no spaces while it is typed; an @ within a word belongs to an address.
const BEGUN = /(?:(?:^|[\s(])@|\[\[)([^\s[\]@]{0,60})$/;

/** The mention that somebody has begun before the caret, or null. */
export function mentionAt(text: string, caret: number): MentionAt | null {
  const before = text.slice(0, caret);
  const begun = BEGUN.exec(before);
  if (!begun) return null;
  const query = begun[1];
  const sign = before[before.length - query.length - 1] === '@' ? 1 : 2;
  return { from: caret - query.length - sign, query };
}

/** The text with the mention in place of what was begun, and where the caret then stands. */
export function completed(
  text: string,
  caret: number,
  { from }: MentionAt,
  mention: string,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, from)}${mention} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}
