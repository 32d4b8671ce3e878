import { Fragment } from 'react';
import type { Group } from '../../../shared/contract/groups.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { useSession } from '../../store/session.ts';
import { openOperator } from '../../store/views.ts';
import { formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { dissolve } from './acts.ts';
import { GroupAccounts } from './group-accounts.tsx';
import { claimWords, madeWords } from './group-model.ts';
import { SinceThen } from './since-then.tsx';

interface Props {
  readonly group: Group;
  /** Titles of all groups by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** One group: what is said, by whom and why, and what an analysis since then makes of it. */
export function GroupItem({ group, titles }: Props) {
  const { timeZone, readOnly } = useSession((state) => state.case!);
  const { id, title, reason, author, createdUs, from } = group;
  const [made, not] = madeWords(group);
  return (
    <li className="group">
      <div className="group-head">
        <h2>
          <Shown text={title} max={200} />
        </h2>
        <span className="soft">
          {made} <Shown text={author} max={60} />, {not} · {formatMinute(timeZone, createdUs)} {timeZone}
        </span>
        {readOnly === null && (
          <button
            type="button"
            className="quiet"
            aria-label={`Dissolve ${shownText(title, { max: 60 })}`}
            onClick={() => void dissolve(id)}
          >
            Dissolve
          </button>
        )}
      </div>
      <p>
        {claimWords(group)}
        {from.length > 0 && (
          <span className="soft">
            {group.how === 'split' ? ' of ' : ', with '}
            {from.map(({ operator, accounts }, at) => (
              <Fragment key={operator}>
                {at > 0 && ', '}
                {accounts === null ? (
                  <>
                    <Shown text={operator} max={40} /> (not in the last analysis)
                  </>
                ) : (
                  <>
                    <button type="button" className="link mono" onClick={() => openOperator(operator)}>
                      <Shown text={operator} max={40} />
                    </button>{' '}
                    ({formatUnits(accounts, 'account')} now)
                  </>
                )}
              </Fragment>
            ))}
          </span>
        )}
      </p>
      <p className="group-reason">
        <span className="soft">Because:</span> <Shown text={reason} max={10_000} lines />
      </p>
      <SinceThen group={group} titles={titles} />
      <GroupAccounts accounts={group.accounts} />
    </li>
  );
}
