import { useState } from 'react';
import type { TemplateAccount, TemplateRow } from '../../../shared/contract/analysis.ts';
import { AccountLink } from '../../ui/account-link.tsx';
import { formatCount, formatMinute, formatShare, formatUnits } from '../../ui/format.ts';

/** Rows added each time more are asked for: a template can have thousands of accounts. */
const STEP = 50;

interface Props {
  readonly template: TemplateRow;
  readonly accounts: readonly TemplateAccount[];
  readonly zone: string;
}

/** Who used a template, those first that asked the most fillings before anybody else; each opens its page. */
export function TemplateAccounts({ template, accounts, zone }: Props) {
  const [limit, setLimit] = useState(STEP);
  const shown = accounts.slice(0, limit);
  return (
    <>
      {accounts.length < template.accounts && (
        <p className="soft">
          {formatCount(accounts.length)} of {formatUnits(template.accounts, 'account')} are kept: all that use
          it regularly, and of the others those that come first here.
        </p>
      )}
      <table className="table template-accounts" aria-label="Accounts of the template">
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" className="number" title="Fillings that no account had asked about before">
              Asked first
            </th>
            <th scope="col">Share of the fillings</th>
            <th scope="col" className="number">
              Requests
            </th>
            <th scope="col" className="number">
              Share of the template’s
            </th>
            <th scope="col">First ({zone})</th>
            <th scope="col" title="Regularly: twice at least, and in 2 % of its requests">
              Use
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.account}>
              <td>
                <AccountLink account={one.account} />
              </td>
              <td className="number">{formatCount(one.askedFirst)}</td>
              <td className="nowrap">
                <span className="bar-cell">
                  <svg width={92} height={8} aria-hidden="true">
                    <rect className="use-bar-all" width={92} height={8} />
                    <rect
                      className="bits-for"
                      width={(one.askedFirst / Math.max(1, template.fillings)) * 92}
                      height={8}
                    />
                  </svg>
                  {formatShare(one.askedFirst, template.fillings)}
                </span>
              </td>
              <td className="number">{formatCount(one.requests)}</td>
              <td className="number">{formatShare(one.requests, template.requests)}</td>
              <td className="time">{formatMinute(zone, one.firstUs)}</td>
              <td className={one.regular ? undefined : 'soft'}>
                {one.regular ? 'regularly' : 'now and then'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < accounts.length && (
        <p className="more">
          <span className="soft">
            The first {formatCount(shown.length)} of {formatUnits(accounts.length, 'account')}
          </span>{' '}
          <button type="button" onClick={() => setLimit(limit + STEP)}>
            Show {STEP} more
          </button>
        </p>
      )}
    </>
  );
}
