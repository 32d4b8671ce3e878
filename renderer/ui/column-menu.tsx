import { chooseColumns, type TableColumns } from '../store/layout.ts';
import { type Column, choosable, moveColumn } from './columns.ts';
import { DropDown } from './drop-down.tsx';
import type { Columns } from './use-columns.ts';
import './column-menu.css';

interface Props {
  readonly table: TableColumns;
  readonly columns: Columns<Column>;
}

/** Chooses which columns a list shows, and in which order. */
export function ColumnMenu({ table, columns: { all, chosen, changed } }: Props) {
  const place = (key: string) => (chosen.includes(key) ? chosen.indexOf(key) : all.length);
  const listed = choosable(all).toSorted((one, other) => place(one.key) - place(other.key));
  const choose = (keys: readonly string[] | null) => chooseColumns(table, keys);
  return (
    <DropDown label="Columns">
      {() => (
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
                      choose(shown ? chosen.filter((other) => other !== key) : [...chosen, key])
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
                    onClick={() => choose(moveColumn(chosen, key, by))}
                  >
                    {by < 0 ? '↑' : '↓'}
                  </button>
                ))}
              </div>
            );
          })}
          <button type="button" disabled={!changed} onClick={() => choose(null)}>
            As at first
          </button>
        </fieldset>
      )}
    </DropDown>
  );
}
