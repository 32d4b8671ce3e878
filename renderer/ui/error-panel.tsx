import { StillwatchError } from '../../shared/contract/errors.ts';
import { saveIntact } from '../store/keeping.ts';
import { useSession } from '../store/session.ts';
import { messageOf } from './message-of.ts';

/** A failed call, said calmly where its result would stand. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const isOpen = useSession((state) => state.case !== null);
  const isDamaged = error instanceof StillwatchError && error.code === 'CASE_DAMAGED';
  return (
    <div className="error-panel" role="alert">
      <p>{messageOf(error)}</p>
      {isDamaged && isOpen && (
        <button type="button" onClick={() => void saveIntact()}>
          Close the case and save what is intact…
        </button>
      )}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
