import { listCohorts } from '../../../shared/contract/cohorts.ts';
import { leaveOut, openCohorts } from '../../store/cohorts.ts';
import { useSession } from '../../store/session.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';

const NOTHING = {};

/** Leaves the accounts of an operator out of all comparison sets, so that it does not shape its own bands. */
export function LeaveOperatorOut({ accounts }: { accounts: readonly string[] }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const isReadOnly = useSession((state) => state.case!.readOnly !== null);
  const list = useCall(listCohorts, NOTHING, dataVersion);
  if (!list.value) return null;
  const leftOut = new Set(list.value.decisions.leftOut);
  const out = accounts.filter((account) => leftOut.has(account)).length;
  const all = out === accounts.length;
  return (
    <p className="more">
      <span className="soft">
        {formatCount(out)} of {formatUnits(accounts.length, 'account')} left out of comparison sets: what is
        left out does not shape what it is compared with.
      </span>{' '}
      {!isReadOnly && (
        <button type="button" onClick={() => void leaveOut(accounts, !all)}>
          {all ? 'Take them in again' : 'Leave them out'}
        </button>
      )}{' '}
      <button type="button" onClick={() => openCohorts()}>
        Cohorts
      </button>
    </p>
  );
}
