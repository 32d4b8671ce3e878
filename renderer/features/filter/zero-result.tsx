import { conditionsAt } from '../../store/filter.ts';
import { useFilter } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatUnits } from '../../ui/format.ts';
import { useFilterAnswer } from './answer.ts';
import { DropConditions } from './drop-conditions.tsx';

/** Nothing meets the filter: which condition emptied it, and the way out. */
export function ZeroResult() {
  const filter = useFilter();
  const { view, busy } = useFilterAnswer();
  if (!view || busy || view.accounts > 0) return null;
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
      <DropConditions ids={emptied} />
    </EmptyState>
  );
}
