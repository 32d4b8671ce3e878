/** Rows asked from the engine at once; whole pages, so that neighbouring windows share their answers. */
export const PAGE = 100;

/** Where a key moves the cursor in a list of `total`; null when the key moves nothing. */
export function moveCursor(key: string, at: number, total: number, pageRows: number): number | null {
  if (total === 0) return null;
  const clamp = (index: number) => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return clamp(at + 1);
    case 'ArrowUp':
    case 'k':
      return at < 0 ? total - 1 : clamp(at - 1);
    case 'PageDown':
      return clamp(at + pageRows);
    case 'PageUp':
      return clamp(at - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}

/** Rows of a list by their place, both included. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

export const FIRST_ROWS: RowSpan = { first: 0, last: PAGE - 1 };

/** The first and last index (inclusive) of whole pages that cover a window of rows. */
export function rowSpan(first: number, last: number, total: number): RowSpan {
  return {
    first: Math.floor(first / PAGE) * PAGE,
    last: Math.min(total, (Math.floor(last / PAGE) + 1) * PAGE) - 1,
  };
}
