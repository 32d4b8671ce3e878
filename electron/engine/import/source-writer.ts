import { setImmediate } from 'node:timers/promises';
import type { Grain, Mapping } from '../../../shared/contract/imports.ts';
import { isFailedStatus } from '../../../shared/status.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { unpackActivity } from '../requests/activity-codec.ts';
import { MOST_OF_A_BUCKET } from '../requests/activity-writer.ts';
import { columnOf } from '../requests/columns.ts';
import { AccountTotals } from './account-totals.ts';
import { ActivityLog } from './activity-log.ts';
import { hashSeed } from './known-requests.ts';
import { PromptTexts } from './prompt-texts.ts';
import { publishedSources } from './publish.ts';
import type { RefusedRow } from './row-sorter.ts';
import { grainOf, rowWeights } from './row-weights.ts';
import type { Run } from './run.ts';
import { runOrder } from './run-order.ts';
import { spreadBuckets } from './spread-buckets.ts';
import { longestGapOfBins, TimesTally } from './times-seen.ts';
import { ValueCounts } from './value-counts.ts';
import { writeRun } from './write-run.ts';

/** Accounts merged at a time. */
const AT_ONCE = 256;

/** Writes the runs of one source and gathers its roll-ups. */
export class SourceWriter {
  private readonly db: Database;
  private readonly sourceId: number;
  private readonly publishedBefore: string;
  private readonly firstNewAccount: number;
  private readonly newAccounts: { id: number; externalId: string }[] = [];
  /** Id in the case of each account of this import. */
  private readonly caseIds: number[] = [];
  private readonly totals = new AccountTotals();
  private readonly activity = new ActivityLog();
  private readonly values: ValueCounts;
  private readonly promptTexts: PromptTexts;
  private readonly times: TimesTally;
  private readonly grain: Grain;
  private bucketSeconds: { readonly least: number; readonly most: number } | null = null;
  private firstUs = Number.POSITIVE_INFINITY;
  private lastUs = Number.NEGATIVE_INFINITY;

  constructor(db: Database, sourceId: number, mapping: Mapping) {
    this.db = db;
    this.sourceId = sourceId;
    this.grain = grainOf(mapping);
    this.times = new TimesTally(mapping, nowUs());
    this.values = new ValueCounts(hashSeed(db));
    this.promptTexts = new PromptTexts(db, sourceId);
    this.publishedBefore = publishedSources(db);
    this.firstNewAccount = 1 + (db.prepare('SELECT ifnull(max(id), 0) FROM account').pluck().get() as number);
  }

  refuse(rows: readonly RefusedRow[]): void {
    if (rows.length === 0) return;
    const insert = this.db.prepare(
      'INSERT INTO reject (source_id, line, kind, reason, raw, record_bytes) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.db
      .transaction(() => {
        for (const { line, kind, reason, raw, recordBytes } of rows) {
          insert.run(this.sourceId, line, kind, reason, raw, recordBytes);
        }
      })
      .immediate();
  }

  async write(run: Run): Promise<void> {
    this.nameAccounts(run.newAccounts);
    const failed = failedRows(run);
    const numbers = (field: 'input_tokens' | 'output_tokens') =>
      run.numbers.find(({ number }) => number === columnOf(field).number)?.values;
    const [input, output] = [numbers('input_tokens'), numbers('output_tokens')];
    const weights = rowWeights(run, this.grain);
    for (let i = 0; i < run.rows; i++) {
      const us = run.timeUs[i];
      const counts = weights?.of(i);
      this.totals.add(run.account[i], us, failed[i], input ? input[i] : 0, output ? output[i] : 0, counts);
      this.times.add(us);
      if (us < this.firstUs) this.firstUs = us;
      const untilUs = counts ? counts.untilUs : us;
      if (untilUs > this.lastUs) this.lastUs = untilUs;
    }
    this.noteBuckets(weights?.bucketSeconds);
    const order = runOrder(run.account, run.timeUs, this.caseIds);
    const accountOf = (row: number) => this.caseIds[run.account[row]];
    const values = { timeUs: run.timeUs, failed, input, output, requests: weights?.requests };
    if (this.grain === 'bucket') {
      const buckets = { ...values, bucketSeconds: weights?.bucketSeconds, mostTokens: MOST_OF_A_BUCKET };
      for (const spread of spreadBuckets(order, accountOf, buckets)) {
        this.activity.addRun(spread.order, (row) => spread.account[row], spread.values);
      }
    } else this.activity.addRun(order, accountOf, values);
    this.values.addRun(run, order, accountOf, {
      requests: weights?.requests,
      input,
      output,
      mostTokens: weights && MOST_OF_A_BUCKET,
    });
    await writeRun(this.db, this.sourceId, run, order, this.caseIds, this.promptTexts);
  }

  /** Merges what was gathered; like writing, it gives way to other calls. */
  async finish() {
    const total = this.activity.total();
    return {
      bucketSeconds: this.bucketSeconds,
      firstUs: Number.isFinite(this.firstUs) ? this.firstUs : null,
      lastUs: Number.isFinite(this.lastUs) ? this.lastUs : null,
      publishedBefore: this.publishedBefore,
      newAccounts: this.newAccounts,
      caseIds: this.caseIds,
      totals: this.totals,
      activity: { total, accounts: await listed(this.activity.merged()) },
      values: {
        totals: [...this.values.totals()],
        accounts: await listed(this.values.merged()),
        notes: this.values.notes(),
      },
      times: this.times.seen(longestGapOfBins(unpackActivity(total).bin)),
    };
  }

  private noteBuckets(seconds: Float64Array | undefined): void {
    for (const length of seconds ?? []) {
      if (!(length > 0)) continue;
      const { least, most } = this.bucketSeconds ?? { least: length, most: length };
      this.bucketSeconds = { least: Math.min(least, length), most: Math.max(most, length) };
    }
  }

  private nameAccounts(names: readonly string[]): void {
    const find = this.db.prepare('SELECT id FROM account WHERE external_id = ?').pluck();
    // One transaction, so that the file is locked once and not for each name.
    this.db.transaction(() => {
      for (const externalId of names) {
        const existing = find.get(externalId) as number | undefined;
        const id = existing ?? this.firstNewAccount + this.newAccounts.length;
        if (existing === undefined) this.newAccounts.push({ id, externalId });
        this.caseIds.push(id);
      }
    })();
  }
}

/** All that a generator gives, giving way now and then. */
async function listed<T>(given: Iterable<T>): Promise<T[]> {
  const list: T[] = [];
  for (const item of given) if (list.push(item) % AT_ONCE === 0) await setImmediate();
  return list;
}

/** 1 for each row of the run whose status says that it failed. */
function failedRows(run: Run): Uint8Array {
  const failed = new Uint8Array(run.rows);
  const status = run.texts.find(({ number }) => number === columnOf('status').number);
  if (!status) return failed;
  const decoder = new TextDecoder();
  const isFailed = Array.from(status.ends, (end, i) =>
    isFailedStatus(decoder.decode(status.bytes.subarray(i === 0 ? 0 : status.ends[i - 1], end))),
  );
  for (let i = 0; i < failed.length; i++) {
    const code = status.codes[i];
    if (code > 0 && isFailed[code - 1]) failed[i] = 1;
  }
  return failed;
}
