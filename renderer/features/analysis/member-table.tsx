import { useState } from 'react';
import type { OperatorMember } from '../../../shared/contract/analysis.ts';
import { AccountLink } from '../../ui/account-link.tsx';
import { formatCount, formatShare } from '../../ui/format.ts';
import { LikelihoodWord } from './likelihood-word.tsx';
import { formatScore } from './words.ts';

/** Rows added each time more are asked for: an operator can hold thousands of accounts. */
const STEP = 50;

/** The accounts of an operator; each opens its page. */
export function MemberTable({ members, requests }: { members: readonly OperatorMember[]; requests: number }) {
  const [limit, setLimit] = useState(STEP);
  const shown = members.slice(0, limit);
  const most = Math.max(1, ...members.map((member) => member.requests));
  return (
    <>
      <table className="table member-table" aria-label="Accounts of the operator">
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">Takes part</th>
            <th scope="col" className="number">
              Score
            </th>
            <th scope="col" className="number">
              Requests
            </th>
            <th scope="col">Share of the operator’s</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((member) => (
            <tr key={member.account}>
              <td>
                <AccountLink account={member.account} />
              </td>
              <td className="nowrap">
                <LikelihoodWord likelihood={member.likelihood} />
              </td>
              <td className="number">{formatScore(member.score)}</td>
              <td className="number">{formatCount(member.requests)}</td>
              <td className="nowrap">
                <span className="bar-cell">
                  <svg width={92} height={8} aria-hidden="true">
                    <rect className="use-bar-all" width={92} height={8} />
                    <rect className="bits-for" width={(member.requests / most) * 92} height={8} />
                  </svg>
                  {formatShare(member.requests, requests)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < members.length && (
        <p className="more">
          <span className="soft">
            The first {formatCount(shown.length)} of {formatCount(members.length)} accounts
          </span>{' '}
          <button type="button" onClick={() => setLimit(limit + STEP)}>
            Show {STEP} more
          </button>
        </p>
      )}
    </>
  );
}
