import { type ConditionId, clearFilter, conditionsAt, dropCondition } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import { changeFilter, useFilter } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatUnits } from '../../ui/format.ts';
import { useFilterAnswer } from './answer.ts';
import { ChipWords } from './condition-chip.tsx';
import { leftWords, rangeWords } from './words.ts';

/** Nothing meets the filter: which condition emptied it, and the way out. */
export function ZeroResult() {
  const filter = useFilter();
  const { view, busy } = useFilterAnswer();
  if (!view || busy) return null;
  if (view.requests > 0 || view.accounts > 0) {
    return (
      <EmptyState title="No account under examination meets the filter">
        <p>What meets it, {leftWords(view)}, is of the benign reference.</p>
      </EmptyState>
    );
  }
  const emptied = conditionsAt(filter, view.emptied);
  return (
    <EmptyState title="Nothing meets the filter">
      <p>
        None of {formatUnits(view.allAccounts, 'account')} and {formatUnits(view.allRequests, 'request')}{' '}
        meets all conditions.{' '}
        {emptied.length === 0
          ? 'It takes more than one of them to go before anything does.'
          : 'Without any one of these something does:'}
      </p>
      <ul className="filter-emptied">
        {emptied.map((id) => (
          <li key={id}>
            <ConditionWords id={id} />{' '}
            <button type="button" onClick={() => changeFilter((now) => dropCondition(now, id))}>
              Drop this condition
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => changeFilter(clearFilter)}>
        Clear all
      </button>
    </EmptyState>
  );
}

function ConditionWords({ id }: { id: ConditionId }) {
  const { range, chips } = useFilter();
  const zone = useSession((state) => state.case!.timeZone);
  if (id === 'range') return range && rangeWords(range, zone);
  const chip = chips.find((one) => one.id === id);
  return chip ? <ChipWords chip={chip} /> : null;
}
