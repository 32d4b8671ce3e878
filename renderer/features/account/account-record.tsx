import { getAccountRecords } from '../../../shared/contract/records.ts';
import { pickLogs } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { IdentifierTable } from './identifier-table.tsx';
import { RecordFields } from './record-fields.tsx';
import { statedFields, statusHistory } from './record-model.ts';

/** What tables of accounts say of an account: its fields, its statuses, and who carries the same identifiers. */
export function AccountRecordPanel({ account }: { account: string }) {
  const zone = useSession((state) => state.case!.timeZone);
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getAccountRecords, { account }, dataVersion);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return null;
  const { records, identifiers } = answer.value;
  const fields = statedFields(records, zone);
  const history = statusHistory(records);
  return (
    <section className="account-record" aria-labelledby="record-title">
      <h2 id="record-title">
        Account record{' '}
        <span className="soft">{records.length > 0 && formatUnits(records.length, 'row')}</span>
      </h2>
      {records.length === 0 && (
        <p>
          <span className="soft">
            No table of accounts names this account. Import one to see its fields, status history and
            identifiers here.
          </span>{' '}
          <button type="button" onClick={pickLogs}>
            Import a table
          </button>
        </p>
      )}
      <RecordFields fields={fields} />
      {history.length > 0 && (
        <table className="table" aria-label="Status history">
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">Since ({zone})</th>
            </tr>
          </thead>
          <tbody>
            {history.map(({ source, row, sinceUs, unread, status }) => (
              <tr key={`${source}/${row}`}>
                <td>
                  <Shown text={status} max={80} />
                </td>
                <td className="time">
                  {sinceUs !== null && formatMinute(zone, sinceUs)}
                  {sinceUs === null &&
                    (unread === undefined ? 'no change stated' : <Shown text={unread} max={40} />)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <IdentifierTable identifiers={identifiers} />
    </section>
  );
}
