import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Source, TimesSeen } from '../../../shared/contract/imports.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { appendCustody } from '../custody/log.ts';
import type { SourceLayout } from '../requests/columns.ts';
import type { AccountTotals } from './account-totals.ts';
import { publishValues, type ValueRollUp } from './publish-values.ts';
import type { ReadingEnd } from './reading.ts';
import { refusedWarning } from './sample-warnings.ts';
import { readSource } from './sources.ts';

/** Account number under which a source's whole activity is kept. */
export const ALL_ACCOUNTS = 0;

export interface FinishedImport extends ReadingEnd {
  readonly sourceId: number;
  readonly layout: SourceLayout;
  /** A CSV's header line; null for other files. */
  readonly header: Uint8Array | null;
  readonly times: TimesSeen;
  /** Shortest and longest stretch of time that rows count; null when they count none. */
  readonly bucketSeconds: { readonly least: number; readonly most: number } | null;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  /** When the import began, by the clock of `performance.now()`. */
  readonly startMs: number;
  /** Which sources were published when the import began. */
  readonly publishedBefore: string;
  readonly newAccounts: readonly { readonly id: number; readonly externalId: string }[];
  readonly caseIds: readonly number[];
  readonly totals: AccountTotals;
  readonly activity: ActivityRollUp;
  readonly values: ValueRollUp;
}

/** Packed numbers of an account, by its id in the case. */
export type PackedAccount = readonly [account: number, packed: Uint8Array];

export interface ActivityRollUp {
  /** Of all accounts together. */
  readonly total: Uint8Array;
  readonly accounts: readonly PackedAccount[];
}

/** Makes a finished import visible, with its accounts, roll-ups, counts and custody entry, all at once. */
export function publish(open: Case, done: FinishedImport): Source {
  const { db } = open;
  const { sourceId, counts, totals } = done;
  return db
    .transaction(() => {
      insertAccounts(open, done);
      const insertTotal = db.prepare(
        `INSERT INTO account_total (account_id, source_id, requests, failed, without_time, input_tokens, output_tokens, first_us, last_us)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      );
      done.caseIds.forEach((id, i) => {
        if (!hasRows(done, i)) return;
        insertTotal.run(
          id,
          sourceId,
          totals.requests[i],
          totals.failed[i],
          totals.withoutTime[i],
          totals.inputTokens[i],
          totals.outputTokens[i],
          orNull(totals.firstUs[i]),
          orNull(totals.lastUs[i]),
        );
      });
      const insertActivity = db.prepare(
        'INSERT INTO account_activity (account_id, source_id, bins) VALUES (?, ?, ?)',
      );
      insertActivity.run(ALL_ACCOUNTS, sourceId, done.activity.total);
      for (const [account, packed] of done.activity.accounts) insertActivity.run(account, sourceId, packed);
      publishValues(db, sourceId, done.values);
      db.prepare(
        `UPDATE source SET sha256 = ?, content_sha256 = ?, layout = ?, rows_read = ?, stored = ?, duplicates = ?,
           conflicts = ?, rejected = ?, repeats = ?, without_time = ?, first_us = ?, last_us = ?, seconds = ?, published = 1
         WHERE id = ?`,
      ).run(
        done.sha256,
        done.contentSha256,
        canonicalJson(done.layout),
        counts.rowsRead,
        counts.stored,
        counts.duplicates,
        counts.conflicts,
        counts.rejected,
        counts.repeats,
        counts.withoutTime,
        done.firstUs,
        done.lastUs,
        (performance.now() - done.startMs) / 1000,
        sourceId,
      );
      const warnings = [...done.warnings, ...refusedWarning(counts.rejected, counts.rowsRead)];
      db.prepare(
        'UPDATE source SET header = ?, warnings = ?, times = ?, notes = ?, least_bucket_seconds = ?, most_bucket_seconds = ? WHERE id = ?',
      ).run(
        done.header,
        canonicalJson(warnings),
        canonicalJson(done.times),
        canonicalJson([...done.notes, ...done.values.notes]),
        done.bucketSeconds?.least ?? null,
        done.bucketSeconds?.most ?? null,
        sourceId,
      );
      const source = readSource(db, sourceId);
      appendCustody(db, {
        action: 'source.import',
        author: open.author,
        detail: {
          sha256: source.sha256,
          file: source.file,
          mapping: source.mapping,
          ...(source.preset !== null && { preset: source.preset, rules: source.rules }),
          ...counts,
        },
      });
      return source;
    })
    .immediate();
}

/** Which sources are published now: what duplicates and account ids were told by. */
export function publishedSources(db: Database): string {
  return (
    (db.prepare('SELECT group_concat(id) FROM source WHERE published = 1').pluck().get() as string | null) ??
    ''
  );
}

function insertAccounts({ db }: Case, done: FinishedImport): void {
  const { newAccounts, publishedBefore } = done;
  if (publishedSources(db) !== publishedBefore) {
    throw new StillwatchError(
      'BUSY',
      'Another program changed the data of this case meanwhile. Nothing of this file was kept. Import it again.',
    );
  }
  const insert = db.prepare('INSERT INTO account (id, external_id) VALUES (?, ?)');
  const named = new Map(newAccounts.map(({ id, externalId }) => [id, externalId]));
  done.caseIds.forEach((id, i) => {
    const externalId = named.get(id);
    if (externalId !== undefined && hasRows(done, i)) insert.run(id, externalId);
  });
}

/** Accounts that only duplicates and conflicts named have none, and are not made. */
function hasRows({ totals }: FinishedImport, account: number): boolean {
  return (totals.rows[account] ?? 0) > 0;
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);
