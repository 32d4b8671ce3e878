/** What a request follows: no template, one that was not kept, or from FIRST_KEPT on a kept one by its rank. */
export const NO_TEMPLATE = 0;
export const UNKEPT = 1;
export const FIRST_KEPT = 2;

/**
 * What each row follows, of the kept templates.
 * @param template of each row, 1-based, 0 for none.
 * @param kept codes of the kept templates in order of rank, fewer than 65,000.
 */
export function followedTemplates(template: Uint32Array, kept: readonly number[]): Uint16Array {
  const most = template.reduce((greatest, code) => Math.max(greatest, code), 0);
  const followed = new Uint16Array(most + 1).fill(UNKEPT);
  followed[0] = NO_TEMPLATE;
  kept.forEach((code, rank) => {
    if (code <= most) followed[code] = FIRST_KEPT + rank;
  });
  return Uint16Array.from(template, (code) => followed[code]);
}
