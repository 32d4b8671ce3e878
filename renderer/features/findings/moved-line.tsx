import { knownChecks } from '../../../shared/contract/findings.ts';
import { CHECK_TITLE, useExhibitChecks } from '../../store/exhibit-checks.ts';
import { useFindingsVersion } from '../../store/findings.ts';
import { movedWords } from '../../store/moved-words.ts';
import { goTo } from '../../store/views.ts';
import { RunningJob } from '../../ui/running-job.tsx';
import { useCall } from '../../ui/use-call.ts';

/** After data came: the check of the exhibits that rest on them, then whether findings moved. Nothing without exhibits. */
export function MovedLine() {
  const running = useExhibitChecks((state) => state.running);
  const known = useCall(knownChecks, {}, useFindingsVersion()).value;
  if (running) {
    return (
      <div className="page-note">
        <RunningJob title={CHECK_TITLE} what="check">
          <p>
            <strong>Working the exhibits of findings out again.</strong>{' '}
            <span className="soft">Other views can be used meanwhile.</span>
          </p>
        </RunningJob>
      </div>
    );
  }
  if (!known || known.exhibits === 0 || known.exhibits === known.unknown) return null;
  const hasMoved = known.moved.length > 0;
  return (
    <p className="page-note" role="status">
      <span className={hasMoved ? 'warn' : ''}>{movedWords(known)}</span>{' '}
      {hasMoved && (
        <button type="button" onClick={() => goTo({ name: 'findings' })}>
          Show by how much
        </button>
      )}
    </p>
  );
}
