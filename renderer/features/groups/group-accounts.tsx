import { useState } from 'react';
import { openAccount } from '../../store/views.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

/** Rows added each time more are asked for: a group can hold thousands of accounts. */
const STEP = 100;

/** The accounts of a group, each with the way to its page. */
export function GroupAccounts({ accounts }: { accounts: readonly string[] }) {
  const [limit, setLimit] = useState(STEP);
  return (
    <details>
      <summary>{formatUnits(accounts.length, 'account')}</summary>
      <ul className="group-accounts">
        {accounts.slice(0, limit).map((account) => (
          <li key={account}>
            <button type="button" className="link mono" onClick={() => openAccount(account)}>
              <Shown text={account} max={60} />
            </button>
          </li>
        ))}
      </ul>
      {accounts.length > limit && (
        <p>
          <span className="soft">
            The first {formatCount(limit)} of {formatCount(accounts.length)}
          </span>{' '}
          <button type="button" onClick={() => setLimit(limit + STEP)}>
            Show {STEP} more
          </button>
        </p>
      )}
    </details>
  );
}
