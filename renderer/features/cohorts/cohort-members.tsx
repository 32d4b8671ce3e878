import { useState } from 'react';
import { type Cohort, cohortMembers, listCohorts } from '../../../shared/contract/cohorts.ts';
import { leaveOut } from '../../store/cohorts.ts';
import { useSession } from '../../store/session.ts';
import { AccountLink } from '../../ui/account-link.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { standingWords } from './model.ts';
import { MoveForm } from './move-form.tsx';

/** Rows added each time more are asked for. */
const STEP = 50;
const MOST = 1000;
const NOTHING = {};

/** The accounts of a cohort, to look at, move and leave out. */
export function CohortMembers({ cohort }: { cohort: Cohort }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const isReadOnly = useSession((state) => state.case!.readOnly !== null);
  const [limit, setLimit] = useState(STEP);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const answer = useCall(cohortMembers, { name: cohort.name, offset: 0, limit }, dataVersion, true);
  const decisions = useCall(listCohorts, NOTHING, dataVersion).value?.decisions;
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return null;
  const { total, members } = answer.value;
  const leftOut = new Set(decisions?.leftOut);
  const moved = new Map(decisions?.moved.map(({ account, cohort: to }) => [account, to]));
  const accounts = members.map(({ account }) => account).filter((account) => chosen.has(account));
  const clear = () => setChosen(new Set());
  const choose = (account: string, wanted: boolean) =>
    setChosen(
      (before) => new Set(wanted ? [...before, account] : [...before].filter((one) => one !== account)),
    );
  const decideOut = async (out: boolean) => {
    if (await leaveOut(accounts, out)) clear();
  };
  return (
    <>
      {!isReadOnly && (
        <fieldset className="cohort-acts" aria-label="Acts on the accounts chosen">
          <output>{formatUnits(accounts.length, 'account')} chosen</output>
          {cohort.kind !== 'reference' && (
            <MoveForm
              accounts={accounts}
              from={cohort.name}
              isMoved={accounts.some((account) => moved.has(account))}
              onDone={clear}
            />
          )}
          <button
            type="button"
            disabled={!accounts.some((account) => !leftOut.has(account))}
            onClick={() => void decideOut(true)}
          >
            Leave out of all comparison sets
          </button>
          {accounts.some((account) => leftOut.has(account)) && (
            <button type="button" onClick={() => void decideOut(false)}>
              Take in again
            </button>
          )}
        </fieldset>
      )}
      <table className="table cohort-members" aria-label="Accounts of the cohort">
        <thead>
          <tr>
            {!isReadOnly && (
              <th scope="col">
                <span className="visually-hidden">Chosen</span>
              </th>
            )}
            <th scope="col">Account</th>
            <th scope="col" className="number">
              Requests
            </th>
            <th scope="col">In the last analysis</th>
            <th scope="col">Decided for the next</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.account}>
              {!isReadOnly && (
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Choose ${member.account}`}
                    checked={chosen.has(member.account)}
                    onChange={(event) => choose(member.account, event.target.checked)}
                  />
                </td>
              )}
              <td>
                <AccountLink account={member.account} />
              </td>
              <td className="number">{formatCount(member.requests)}</td>
              <td>{standingWords(member, cohort.kind)}</td>
              <td className="wrap">
                {moved.has(member.account) && (
                  <>
                    moved to <Shown text={moved.get(member.account) ?? ''} max={80} />{' '}
                  </>
                )}
                {leftOut.has(member.account) && 'left out'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {members.length < total && (
        <p className="more">
          <span className="soft">
            The {formatCount(members.length)} with most requests, of {formatUnits(total, 'account')}
          </span>{' '}
          {limit < MOST && (
            <button type="button" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
              Show {STEP} more
            </button>
          )}
        </p>
      )}
    </>
  );
}
