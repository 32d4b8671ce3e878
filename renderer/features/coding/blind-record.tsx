import { useMemo } from 'react';
import { getAccountRecords } from '../../../shared/contract/records.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { IdentifierTable } from '../account/identifier-table.tsx';
import { RecordFields } from '../account/record-fields.tsx';
import { statedFields } from '../account/record-model.ts';
import { leftOutWords, withoutLabels } from './sheet-model.ts';

/** What tables of accounts declare of an account, without what may tell how somebody decided about it. */
export function BlindRecord({ account }: { account: string }) {
  const zone = useSession((state) => state.case!.timeZone);
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getAccountRecords, { account }, dataVersion);
  const records = answer.value?.records;
  const fields = useMemo(() => statedFields(withoutLabels(records ?? []), zone), [records, zone]);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return null;
  const leftOut = leftOutWords(answer.value.records);
  return (
    <section className="account-record" aria-labelledby="blind-record">
      <h2 id="blind-record">
        Account record{' '}
        <span className="soft">
          {answer.value.records.length > 0 && formatUnits(answer.value.records.length, 'row')}
        </span>
      </h2>
      {answer.value.records.length === 0 && <p className="soft">No table of accounts names this account.</p>}
      {leftOut !== null && <p className="soft">{leftOut}</p>}
      <RecordFields fields={fields} />
      <IdentifierTable identifiers={answer.value.identifiers} />
    </section>
  );
}
