import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NothingImported } from '../import/nothing-imported.tsx';

const ABOUT =
  'Activity, hours of the week, and shares of models, topics and statuses of two accounts, operators or ranges of one stand here beside each other on equal scales.';

/** A side is missing: what a comparison shows, and what to do next. */
export function NoSides() {
  const { requests } = useSession((state) => state.case!.counts);
  if (requests === 0) return <NothingImported shows={ABOUT} />;
  return (
    <EmptyState title="Two sides to compare">
      <p>{ABOUT} Set an account or an operator on either side, over all time or from one time to another.</p>
      <button type="button" onClick={() => goTo({ name: 'accounts' })}>
        Accounts
      </button>
    </EmptyState>
  );
}
