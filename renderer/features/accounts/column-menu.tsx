import { useState } from 'react';
import { chooseColumns } from '../../store/layout.ts';
import { type AccountColumn, moveColumn } from './columns.ts';

interface Props {
  /** All columns that there are, the account first. */
  readonly columns: readonly AccountColumn[];
  /** Keys of those shown, in order. */
  readonly chosen: readonly string[];
  /** Whether somebody chose them. */
  readonly changed: boolean;
}

/** Chooses which columns the table of accounts shows, and in which order. */
export function ColumnMenu({ columns, chosen, changed }: Props) {
  const [open, setOpen] = useState(false);
  const offered = columns.filter(({ key }) => key !== 'account' && key !== 'matching');
  const place = (key: string) => (chosen.includes(key) ? chosen.indexOf(key) : columns.length);
  const listed = [...offered].sort((one, other) => place(one.key) - place(other.key));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus of the controls inside end up here
    <span
      className="column-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        Columns
      </button>
      {open && (
        <fieldset className="column-choices">
          <legend className="visually-hidden">Columns of the table</legend>
          {listed.map(({ key, title, explains }) => {
            const shown = chosen.includes(key);
            return (
              <div key={key} className="column-choice">
                <label title={explains}>
                  <input
                    type="checkbox"
                    checked={shown}
                    onChange={() =>
                      chooseColumns(shown ? chosen.filter((other) => other !== key) : [...chosen, key])
                    }
                  />{' '}
                  {title}
                </label>
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    className="quiet"
                    aria-label={`Move ${title} ${by < 0 ? 'left' : 'right'}`}
                    disabled={!shown || moveColumn(chosen, key, by) === chosen}
                    onClick={() => chooseColumns(moveColumn(chosen, key, by))}
                  >
                    {by < 0 ? '↑' : '↓'}
                  </button>
                ))}
              </div>
            );
          })}
          <button type="button" disabled={!changed} onClick={() => chooseColumns(null)}>
            As at first
          </button>
        </fieldset>
      )}
    </span>
  );
}
