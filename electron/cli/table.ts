import { shownText } from '../../shared/shown-text.ts';

/** A value as it may be written to a terminal: what would drive it, hide or reorder text becomes visible. */
export function shown(value: unknown): string {
  return shownText(String(value ?? ''), { max: 1000 });
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
