import { listConflicts } from '../../../shared/contract/merge.ts';
import { decideFor } from '../../store/merge.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { ConflictItem } from './conflict-item.tsx';
import './merge.css';

/** What two copies of the case changed in different ways, each to be decided by a person. */
export function ConflictsView() {
  const info = useSession((state) => state.case!);
  const notesVersion = useSession((state) => state.notesVersion);
  const answer = useCall(listConflicts, {}, notesVersion);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return null;
  if (answer.value.length === 0) {
    return (
      <EmptyState title="No open conflicts">
        <p>
          Where two copies of a case changed the same thing in different ways, merging them lists it here,
          both sides beside each other. One stands until somebody decides.
        </p>
        <button type="button" onClick={() => goTo({ name: 'history' })}>
          History
        </button>
      </EmptyState>
    );
  }
  return (
    <div className="page conflicts">
      <header className="view-head">
        <h1>Conflicts</h1>
        <p className="soft">
          {formatUnits(answer.value.length, 'thing')} that two copies changed in different ways. What stands
          for now was chosen by rule, not by a person. Times in {info.timeZone}.
        </p>
      </header>
      {answer.value.map((conflict) => (
        <ConflictItem
          key={conflict.conflict}
          conflict={conflict}
          zone={info.timeZone}
          readOnly={info.readOnly !== null}
          onDecide={(side) => void decideFor(conflict.conflict, side)}
        />
      ))}
    </div>
  );
}
