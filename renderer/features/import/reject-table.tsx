import { useState } from 'react';
import { listRejects, type Source } from '../../../shared/contract/imports.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { RejectsExport } from './rejects-export.tsx';

const FIRST = 50;
const MOST = 1000;

/** The rows of a source that were not stored, with line, reason and the record as it stands in the file. */
export function RejectTable({ source }: { source: Source }) {
  const [limit, setLimit] = useState(FIRST);
  const rejects = useCall(listRejects, { sha256: source.sha256, limit }, 0, true);
  const total = source.rejected + source.conflicts;
  const list = rejects.value ?? [];
  return (
    <section className="rejects">
      <h2>
        Rows not stored{' '}
        <span className="soft">
          {formatCount(list.length)} of {formatCount(total)}
        </span>
      </h2>
      {rejects.error !== undefined && <ErrorPanel error={rejects.error} onRetry={rejects.retry} />}
      <table className="table" aria-label="Rows not stored">
        <thead>
          <tr>
            <th scope="col" className="number">
              Line
            </th>
            <th scope="col">Reason</th>
            <th scope="col">Record in the file</th>
          </tr>
        </thead>
        <tbody>
          {list.map(({ line, reason, raw }) => (
            <tr key={line}>
              <td className="number">{formatCount(line)}</td>
              <td>
                <Shown text={reason} />
              </td>
              <td className="mono raw">
                <Shown text={raw} max={200} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RejectsExport source={source} />
      {list.length === limit && limit < Math.min(total, MOST) && (
        <p className="more">
          <button type="button" onClick={() => setLimit(MOST)}>
            Show up to {formatCount(MOST)}
          </button>
        </p>
      )}
    </section>
  );
}
