import { CommandButton } from '../../frame/command-button.tsx';
import { useSession } from '../../store/session.ts';
import type { View } from '../../store/view-history.ts';
import { useFilter, useView } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useAskFilter, useFilterAnswer } from './answer.ts';
import { TimeChip, ValueChip } from './condition-chip.tsx';
import { Facets } from './facets.tsx';
import { NewChip } from './new-chip.tsx';
import { closeAdding, closeTime, toggleFilterPanel, useFilterPanel } from './panel-store.ts';
import { ProposedChip } from './proposed-chip.tsx';
import { SavedViewsMenu } from './saved-views-menu.tsx';
import { FilterStrip } from './strip.tsx';
import { TimeForm } from './time-form.tsx';
import { leftWords } from './words.ts';
import '../timeline/timeline.css';
import './filter.css';

/** What a view does not follow of the filter, said while one is in force; empty where the view itself says it. */
const FOLLOWS: Readonly<Partial<Record<View['name'], string>>> = {
  accounts: '',
  account: '',
  operators: '',
  lanes: '',
  coverage: '',
  graph: '',
  compare: '',
  operator: 'The lanes of this page follow it, the rest shows everything.',
};

/** Views with a time axis of their own, on which the time of the filter is proposed. */
const OWN_TIME: readonly View['name'][] = ['account', 'lanes'];

/** The one filter of the window: its conditions, what it leaves of how much, and where to change it. */
export function FilterBar() {
  useAskFilter();
  const filter = useFilter();
  const view = useView();
  const zone = useSession((state) => state.case!.timeZone);
  const hasRequests = useSession((state) => state.case!.counts.requests > 0);
  const { strip, table, facets, adding, timing } = useFilterPanel();
  const answer = useFilterAnswer();
  if (!hasRequests) return null;
  const hasConditions = filter.range !== null || filter.chips.length > 0;
  const hasStrip = !OWN_TIME.includes(view.name);
  const follows = FOLLOWS[view.name] ?? 'This view shows everything.';
  return (
    <section className="frame-filter filter" aria-label="Filter">
      <div className="filter-line">
        <ul className="filter-chips" aria-label="Conditions of the filter">
          {filter.range && <TimeChip range={filter.range} zone={zone} />}
          {filter.chips.map((chip) => (
            <ValueChip key={chip.id} chip={chip} />
          ))}
          <li className="filter-add">
            <CommandButton id="filter.add" label="+ Filter" className="quiet" />
            {adding && (
              <NewChip
                onDone={() => {
                  closeAdding();
                  document.querySelector<HTMLElement>('.filter-add > button')?.focus();
                }}
              />
            )}
          </li>
          <li className="filter-add filter-add-time">
            <CommandButton id="filter.time" label="+ Time" className="quiet" />
            {timing && (
              <TimeForm
                onDone={() => {
                  closeTime();
                  document.querySelector<HTMLElement>('.filter-add-time > button')?.focus();
                }}
              />
            )}
          </li>
          {hasConditions && (
            <li>
              <CommandButton id="filter.clear" label="Clear all" className="quiet" />
            </li>
          )}
        </ul>
        {hasConditions && follows !== '' && <p className="filter-follows">{follows}</p>}
        <output className="filter-left" aria-busy={answer.busy}>
          {answer.view ? leftWords(answer.view) : 'counting'}
          {answer.busy && answer.view ? ' …' : ''}
        </output>
        <CommandButton id="filter.facets" label="Values" className="quiet" pressed={facets} />
        {hasStrip && <CommandButton id="filter.strip" label="Time" className="quiet" pressed={strip} />}
        {hasStrip && strip && (
          <button
            type="button"
            className="quiet"
            aria-label="Table of time"
            aria-pressed={table}
            onClick={() => toggleFilterPanel('table')}
          >
            Table
          </button>
        )}
        <SavedViewsMenu />
      </div>
      {answer.error !== undefined && <ErrorPanel error={answer.error} onRetry={answer.retry} />}
      {hasStrip && strip && answer.view && <FilterStrip view={answer.view} />}
      {facets && <Facets />}
      <ProposedChip />
    </section>
  );
}
