import type { ReactNode } from 'react';

interface Props {
  /** What it is called; the heading that it stands under says what it is of. */
  readonly label: string;
  readonly labelledBy: string;
  /** Titles of the columns; those in `numbers` hold numbers. */
  readonly columns: readonly string[];
  readonly numbers: readonly string[];
  readonly children: ReactNode;
}

/** The frame of a table twin: its columns, and a body that scrolls. */
export function TwinTable({ label, labelledBy, columns, numbers, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="coverage-table" tabIndex={0} aria-label={label}>
      <table className="table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col" className={numbers.includes(title) ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
