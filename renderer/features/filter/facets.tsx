import { useState } from 'react';
import type { Facet, FacetEntry } from '../../../shared/contract/filters.ts';
import { dropValue, type WindowFilter } from '../../store/filter.ts';
import { changeFilter, commitChip, useFilter } from '../../store/views.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useFilterAnswer } from './answer.ts';
import { FIELD_WORDS } from './words.ts';

const FEW = 5;

/** Per field the values that the other conditions leave, with their requests. */
export function Facets() {
  const { view, busy } = useFilterAnswer();
  if (!view) return <p className="soft filter-note">Counting values.</p>;
  const facets = view.facets.filter(({ entries }) => entries.some(({ value }) => value !== null));
  return (
    <section className="facets" aria-label="Values to filter by" aria-busy={busy} id="filter-facets">
      <p className="soft filter-note">
        Values under all other conditions, with their requests. A click adds one, <kbd>Alt</kbd> click negates
        it.
      </p>
      <div className="facet-columns">
        {facets.map((facet) => (
          <FacetColumn key={facet.field} facet={facet} />
        ))}
      </div>
    </section>
  );
}

function FacetColumn({ facet }: { facet: Facet }) {
  const [whole, setWhole] = useState(false);
  const filter = useFilter();
  const { field, entries, further } = facet;
  const shown = whole ? entries : entries.slice(0, FEW);
  const unseen = entries.slice(shown.length);
  const hidden = unseen.length + further.values;
  const rest = (
    <>
      <span>further {formatUnits(hidden, 'value')}</span>
      <span className="number">
        {formatCount(unseen.reduce((sum, { requests }) => sum + requests, further.requests))}
      </span>
    </>
  );
  return (
    <section className="facet" aria-labelledby={`facet-${field}`}>
      <h3 id={`facet-${field}`}>
        {field} <span className="soft">{formatUnits(entries.length + further.values, 'value')}</span>
      </h3>
      <ul>
        {shown.map((entry) => (
          <FacetLine
            key={entry.value === null ? 'none' : `value ${entry.value}`}
            field={field}
            entry={entry}
            most={entries[0].requests}
            state={stateOf(filter, field, entry.value)}
          />
        ))}
      </ul>
      {entries.length > FEW ? (
        <button
          type="button"
          className="facet-line soft"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Fewer' : rest}
        </button>
      ) : (
        hidden > 0 && <p className="facet-line soft">{rest}</p>
      )}
      {whole && hidden > 0 && <p className="facet-line soft">{rest}</p>}
    </section>
  );
}

interface LineProps {
  readonly field: Facet['field'];
  readonly entry: FacetEntry;
  readonly most: number;
  readonly state: 'taken' | 'negated' | 'open';
}

function FacetLine({ field, entry: { value, requests, accounts }, most, state }: LineProps) {
  const of = (negate: boolean) => ({ field, values: [value], negate });
  const act = (negate: boolean) => {
    if (state === 'open') commitChip(of(negate));
    else changeFilter((filter) => dropValue(filter, of(state === 'negated')));
  };
  return (
    <li>
      <button
        type="button"
        className="facet-line"
        aria-pressed={state === 'open' ? 'false' : state === 'taken' ? 'true' : 'mixed'}
        title={`${formatUnits(requests, 'request')} of ${formatUnits(accounts, 'account')}`}
        onClick={(event) => act(event.altKey)}
      >
        <svg className="facet-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <rect width={most > 0 ? (requests / most) * 100 : 0} height="1" />
        </svg>
        <span className="facet-value">
          {state === 'negated' && 'not '}
          {value === null ? <em>{FIELD_WORDS[field].none}</em> : <Shown text={value} max={60} />}
        </span>
        <span className="number">{formatCount(requests)}</span>
      </button>
    </li>
  );
}

function stateOf(filter: WindowFilter, field: Facet['field'], value: string | null): LineProps['state'] {
  const chip = filter.chips.find((one) => one.field === field && !one.disabled && one.values.includes(value));
  return chip ? (chip.negate ? 'negated' : 'taken') : 'open';
}
