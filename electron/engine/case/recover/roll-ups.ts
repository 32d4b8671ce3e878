import type { Grain } from '../../../../shared/contract/imports.ts';
import { isFailedStatus } from '../../../../shared/status.ts';
import { AccountTotals } from '../../import/account-totals.ts';
import { ActivityLog } from '../../import/activity-log.ts';
import { hashSeed } from '../../import/known-requests.ts';
import { writeRollUps } from '../../import/roll-ups.ts';
import { rowWeights } from '../../import/row-weights.ts';
import type { Run, RunNumbers, RunText } from '../../import/run.ts';
import { spreadBuckets } from '../../import/spread-buckets.ts';
import { ValueCounts } from '../../import/value-counts.ts';
import { MOST_OF_A_BUCKET } from '../../requests/activity-writer.ts';
import { holdsText, textValues } from '../../requests/codec.ts';
import { ACCOUNT_COLUMN, COLUMNS_PER_CHUNK, columnOf, TIME_COLUMN } from '../../requests/columns.ts';
import { readNumbers, readText } from '../../requests/read-chunk.ts';
import type { Database } from '../database.ts';

const NUMBERS = ['input_tokens', 'output_tokens', 'request_count', 'bucket_seconds'] as const;
const TEXTS = ['model', 'endpoint', 'status', 'topic'] as const;
const NOTHING = new Float64Array(0);

/** Counts the requests of a source that are left anew, in place of what was counted when it was imported. */
export function recount(db: Database, sourceId: number): void {
  const grain = db.prepare('SELECT grain FROM source WHERE id = ?').pluck().get(sourceId) as Grain;
  const [totals, activity] = [new AccountTotals(), new ActivityLog()];
  const values = new ValueCounts(hashSeed(db));
  const numberOf = new Map<number, number>();
  const chunks = db.prepare('SELECT id, rows FROM request_chunk WHERE source_id = ? ORDER BY id').raw();
  let [firstUs, lastUs, withoutTime] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const [chunk, rows] of chunks.all(sourceId) as [number, number][]) {
    const accounts = readNumbers(db, chunk, ACCOUNT_COLUMN, rows);
    const run = runOf(db, chunk, rows);
    const { timeUs } = run;
    const failed = failedRows(run);
    const column = (field: (typeof NUMBERS)[number]) =>
      run.numbers.find(({ number }) => number === columnOf(field).number)?.values;
    const [input, output] = [column('input_tokens'), column('output_tokens')];
    const weights = rowWeights(run, grain);
    for (let i = 0; i < rows; i++) {
      let account = numberOf.get(accounts[i]);
      if (account === undefined) {
        account = numberOf.size;
        numberOf.set(accounts[i], account);
      }
      const counts = weights?.of(i);
      totals.add(account, timeUs[i], failed[i], input ? input[i] : 0, output ? output[i] : 0, counts);
      if (Number.isNaN(timeUs[i])) withoutTime++;
      if (timeUs[i] < firstUs) firstUs = timeUs[i];
      const untilUs = counts ? counts.untilUs : timeUs[i];
      if (untilUs > lastUs) lastUs = untilUs;
    }
    // Rows of a group are in order of account and time already.
    const order = Uint32Array.from({ length: rows }, (_, i) => i);
    const accountOf = (row: number) => accounts[row];
    const sums = { timeUs, failed, input, output, requests: weights?.requests };
    if (grain === 'bucket') {
      const buckets = { ...sums, bucketSeconds: weights?.bucketSeconds, mostTokens: MOST_OF_A_BUCKET };
      for (const spread of spreadBuckets(order, accountOf, buckets))
        activity.addRun(spread.order, (row) => spread.account[row], spread.values);
    } else activity.addRun(order, accountOf, sums);
    const mostTokens = weights && MOST_OF_A_BUCKET;
    values.addRun(run, order, accountOf, { requests: weights?.requests, input, output, mostTokens });
  }
  for (const table of ['account_total', 'account_activity', 'source_value', 'account_value'])
    db.prepare(`DELETE FROM ${table} WHERE source_id = ?`).run(sourceId);
  writeRollUps(db, sourceId, {
    caseIds: [...numberOf.keys()],
    totals,
    activity: { total: activity.total(), accounts: [...activity.merged()] },
    values: { totals: [...values.totals()], accounts: [...values.merged()], notes: [] },
  });
  const us = (value: number) => (Number.isFinite(value) ? value : null);
  db.prepare('UPDATE source SET first_us = ?, last_us = ?, without_time = ? WHERE id = ?').run(
    us(firstUs),
    us(lastUs),
    withoutTime,
    sourceId,
  );
}

/** What is counted of a group, as it was when it was imported. */
function runOf(db: Database, chunk: number, rows: number): Run {
  const kind = db.prepare('SELECT data FROM request_column WHERE key = ?').pluck();
  const blockOf = (number: number) => kind.get(chunk * COLUMNS_PER_CHUNK + number) as Uint8Array | undefined;
  const numbers = NUMBERS.flatMap((field): RunNumbers[] => {
    const { number } = columnOf(field);
    const block = blockOf(number);
    return block ? [{ number, values: readNumbers(db, chunk, number, rows) }] : [];
  });
  const texts = TEXTS.flatMap((field): RunText[] => {
    const { number } = columnOf(field);
    const block = blockOf(number);
    const text = block && holdsText(block) ? readText(db, chunk, number, rows) : undefined;
    return text ? [{ number, ...text }] : [];
  });
  return {
    rows,
    account: new Uint32Array(0),
    timeUs: readNumbers(db, chunk, TIME_COLUMN, rows),
    row: NOTHING,
    idHash: [NOTHING, NOTHING],
    rowHash: [NOTHING, NOTHING],
    texts,
    numbers,
    newAccounts: [],
  };
}

function failedRows({ rows, texts }: Run): Uint8Array {
  const failed = new Uint8Array(rows);
  const status = texts.find(({ number }) => number === columnOf('status').number);
  if (!status) return failed;
  const isFailed = textValues(status).map((value) => value !== null && isFailedStatus(value));
  for (let i = 0; i < rows; i++) if (isFailed[status.codes[i]]) failed[i] = 1;
  return failed;
}
