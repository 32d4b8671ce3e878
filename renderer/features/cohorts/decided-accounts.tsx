import type { CohortDecisions } from '../../../shared/contract/cohorts.ts';
import { leaveOut, moveTo } from '../../store/cohorts.ts';
import { useSession } from '../../store/session.ts';
import { AccountLink } from '../../ui/account-link.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

/** Accounts that a person moved or left out, with the way back. */
export function DecidedAccounts({ decisions }: { decisions: CohortDecisions }) {
  const isReadOnly = useSession((state) => state.case!.readOnly !== null);
  const { moved, leftOut } = decisions;
  if (moved.length === 0 && leftOut.length === 0)
    return (
      <p className="soft">
        No account was moved or left out. Choose accounts on the page of a cohort, or on their own page: an
        operator under examination is best left out, so that it does not shape what it is compared with.
      </p>
    );
  const rows = [
    ...moved.map(({ account, cohort }) => ({
      account,
      what: cohort,
      act: 'Back to its traits',
      back: () => moveTo([account], null),
    })),
    ...leftOut.map((account) => ({
      account,
      what: null,
      act: 'Take in again',
      back: () => leaveOut([account], false),
    })),
  ];
  return (
    <table className="table cohort-decided" aria-label="Accounts moved or left out">
      <caption className="soft">
        {formatUnits(moved.length, 'account')} moved, {leftOut.length} left out of all comparison sets
      </caption>
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Decided</th>
          {!isReadOnly && (
            <th scope="col">
              <span className="visually-hidden">Acts</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ account, what, act, back }) => (
          <tr key={`${act} ${account}`}>
            <td>
              <AccountLink account={account} />
            </td>
            <td className="wrap">
              {what === null ? (
                'left out of all comparison sets'
              ) : (
                <>
                  compared with <Shown text={what} max={160} />
                </>
              )}
            </td>
            {!isReadOnly && (
              <td>
                <button type="button" className="quiet" onClick={() => void back()}>
                  {act}
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
