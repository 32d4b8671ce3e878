import { accountCohort, type CohortRow } from '../../../shared/contract/cohorts.ts';
import { leaveOut, openCohorts } from '../../store/cohorts.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { MoveForm } from './move-form.tsx';
import './cohorts.css';

/** Whom an account is compared with, the way there, and what may be decided about it. */
export function AccountCohortLine({ account }: { account: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const isReadOnly = useSession((state) => state.case!.readOnly !== null);
  const answer = useCall(accountCohort, { account }, dataVersion);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return null;
  const { isReference, cohort, fallback, moved, leftOut } = answer.value;
  return (
    <div className="account-cohort">
      {isReference && (
        <p>
          This account belongs to the <strong>benign reference</strong>: others are compared with it; it is
          not scored, linked or counted among those under examination.
        </p>
      )}
      {!isReference && (
        <p>
          Compared with{' '}
          {cohort ? <CohortLink cohort={cohort} /> : 'no cohort: the last analysis did not place it'}
          {fallback && (
            <>
              {' '}
              and, in signals that the reference cannot tell, with <CohortLink cohort={fallback} />
            </>
          )}
          .
        </p>
      )}
      {(moved !== null || leftOut) && (
        <p className="soft">
          Decided:{' '}
          {moved !== null && (
            <>
              compared with “<Shown text={moved} max={120} />”
            </>
          )}
          {moved !== null && leftOut && ', '}
          {leftOut && 'left out of all comparison sets'}.
        </p>
      )}
      {!isReadOnly && (
        <details>
          <summary>Change whom it is compared with</summary>
          <div className="cohort-acts">
            {!isReference && (
              <MoveForm accounts={[account]} from={cohort?.name ?? ''} isMoved={moved !== null} />
            )}
            <button type="button" onClick={() => void leaveOut([account], !leftOut)}>
              {leftOut ? 'Take into comparison sets again' : 'Leave out of all comparison sets'}
            </button>
          </div>
        </details>
      )}
    </div>
  );
}

function CohortLink({ cohort }: { cohort: CohortRow }) {
  return (
    <>
      <button type="button" className="link" onClick={() => openCohorts(cohort.name)}>
        <Shown text={cohort.name} max={200} />
      </button>{' '}
      <span className="soft">({formatUnits(cohort.accounts, 'account')})</span>
    </>
  );
}
