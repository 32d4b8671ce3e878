import { shownText } from '../../shared/shown-text.ts';

/** What JSON leaves as it stands though it shows nothing, or moves what stands around it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A value as it may be written to a terminal: what would drive it, hide or reorder text becomes visible. */
export function shown(value: unknown): string {
  return shownText(String(value ?? ''), { max: 1000 });
}

/** Several lines as they may be written to a terminal: what a command forgot to show by `shown` drives nothing either. */
export function shownLines(text: string): string {
  return shownText(text, { max: Number.POSITIVE_INFINITY, lines: true });
}

/**
 * One line of JSON that any terminal takes: the same value, with what would drive it, hide or reorder text as escapes.
 * JSON itself lets the second block of control characters through, and all marks of direction.
 */
export function shownJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, (char) =>
    Array.from(
      { length: char.length },
      (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

/** Rows under headers, aligned. */
export function table(headers: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cells = [headers, ...rows.map((row) => row.map(shown))];
  const widths = headers.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
