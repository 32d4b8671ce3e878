import { type ReactNode, useState } from 'react';
import { formatCount } from '../../ui/format.ts';
import { matching } from './group-model.ts';
import './groups.css';

/** As many as are listed at once; a search finds the others. */
const MOST_LISTED = 100;

interface Props<T> {
  readonly label: string;
  /** What one of them is called, in the plural. */
  readonly noun: string;
  readonly all: readonly T[];
  readonly idOf: (one: T) => string;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  /** What stands beside the box. */
  readonly children: (one: T) => ReactNode;
}

/** Several chosen out of many, which can be searched. */
export function CheckList<T>({ label, noun, all, idOf, chosen, onChosen, children }: Props<T>) {
  const [search, setSearch] = useState('');
  const found = matching(all, idOf, search);
  const listed = found.slice(0, MOST_LISTED);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  return (
    <fieldset className="choices check-field">
      <legend>
        {label}, {formatCount(chosen.size)} of {formatCount(all.length)} chosen
      </legend>
      {all.length > 8 && (
        <input
          type="search"
          aria-label={`Search ${noun}`}
          placeholder={`Search ${noun}`}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            // Enter would send the form around it.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
      <div className="check-list">
        {listed.map((one) => (
          <label key={idOf(one)}>
            <input type="checkbox" checked={chosen.has(idOf(one))} onChange={() => toggle(idOf(one))} />
            {children(one)}
          </label>
        ))}
        {found.length === 0 && <p className="soft">Nothing matches.</p>}
        {listed.length < found.length && (
          <p className="soft">
            The first {formatCount(listed.length)} of {formatCount(found.length)}; search for the others.
          </p>
        )}
      </div>
    </fieldset>
  );
}
