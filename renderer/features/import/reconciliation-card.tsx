import type { Source } from '../../../shared/contract/imports.ts';
import { useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatCount, formatDuration, formatMinute, formatShare } from '../../ui/format.ts';
import { reconcile, reconciliationLine } from './model.ts';
import { ReadingRules } from './reading-rules.tsx';
import { RejectTable } from './reject-table.tsx';
import { TimesPanel } from './times-panel.tsx';
import { WarningList } from './warning-list.tsx';

/** What became of every row of a file. */
export function ReconciliationCard({ source }: { source: Source }) {
  const zone = useSession((state) => state.case!.timeZone);
  const { parts, addsUp, remarks } = reconcile(source);
  return (
    <section className="reconciliation" aria-label="Reconciliation">
      {source.alreadyImported ? (
        <p className="banner" role="status">
          Already imported on {formatMinute(zone, source.importedUs)} ({zone}), nothing changed. Below is what
          that import found.
        </p>
      ) : (
        <p role="status">
          <strong>{reconciliationLine(source)}</strong> in {formatDuration(source.seconds)}
        </p>
      )}
      {!addsUp && (
        <p className="warn">
          These parts do not add up to the rows read. Treat this source with care and report the fault.
        </p>
      )}
      <table className="table reconciliation-table" aria-label="Rows by what became of them">
        <tbody>
          <tr>
            <th scope="row">Rows read</th>
            <td className="number">{formatCount(source.rowsRead)}</td>
            <td className="number soft">100 %</td>
            <td className="soft">records in the file</td>
          </tr>
          {parts.map(({ name, rows, means }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{formatCount(rows)}</td>
              <td className="number soft">{formatShare(rows, source.rowsRead)}</td>
              <td className="soft">{means}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <WarningList warnings={source.warnings} />
      {source.times && <TimesPanel times={source.times} zone={zone} sampled={false} />}
      {source.preset !== null && <ReadingRules title={source.preset} rules={source.rules} />}
      {source.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p className="hash soft">
        SHA-256 of the file <code className="mono">{source.sha256}</code>{' '}
        <CopyButton text={source.sha256} what="the SHA-256 of the file" />
      </p>
      {source.rejected + source.conflicts > 0 && <RejectTable source={source} />}
    </section>
  );
}
