import { type CustodyBranch, listCustodyBranches } from '../../../shared/contract/custody.ts';
import { useSession } from '../../store/session.ts';
import { formatCount, formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';

/** The logs of merged copies, kept beside that of the case; nothing while there are none. */
export function BranchList({ total }: { total: number }) {
  const zone = useSession((state) => state.case!.timeZone);
  const check = useSession((state) => state.custody);
  const branches = useCall(listCustodyBranches, {}, total, true).value ?? [];
  if (branches.length === 0) return null;
  const stateOf = (head: string) => {
    const bad = check?.badBranches.find((branch) => branch.head === head);
    return !check ? 'not verified' : bad ? `entry ${formatCount(bad.seq)} does not hold` : 'holds';
  };
  return (
    <details className="custody-branches">
      <summary>
        Logs of merged copies <span className="soft">{formatCount(branches.length)} beside this one</span>
      </summary>
      <table className="table" aria-label="Logs of merged copies">
        <thead>
          <tr>
            <th scope="col">Copy</th>
            <th scope="col">Merged ({zone})</th>
            <th scope="col">Its own entries</th>
            <th scope="col">Chain</th>
            <th scope="col">Last hash</th>
          </tr>
        </thead>
        <tbody>
          {branches.map((branch) => (
            <tr key={branch.head} className={stateOf(branch.head).startsWith('entry') ? 'broken' : ''}>
              <td>
                {branch.file === null ? (
                  <span className="soft">came with another copy, or its merging was undone</span>
                ) : (
                  <Shown text={branch.file} max={80} />
                )}
              </td>
              <td>
                {formatMinute(zone, branch.mergedUs)}
                {branch.mergedBy !== null && (
                  <>
                    {' by '}
                    <Shown text={branch.mergedBy} max={60} />
                  </>
                )}
              </td>
              <td>{entriesWords(branch)}</td>
              <td>{stateOf(branch.head)}</td>
              <td className="mono" title={branch.head}>
                {branch.head.slice(0, 12)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function entriesWords({ firstSeq, lastSeq, entries }: CustodyBranch): string {
  const numbers =
    entries === 1
      ? `number ${formatCount(lastSeq)}`
      : `numbers ${formatCount(firstSeq)} to ${formatCount(lastSeq)}`;
  return `${formatCount(entries)}: ${numbers}`;
}
