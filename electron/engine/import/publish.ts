import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Source, TimesSeen } from '../../../shared/contract/imports.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { appendCustody } from '../custody/log.ts';
import type { SourceLayout } from '../requests/columns.ts';
import type { ReadingEnd } from './reading.ts';
import { hasRows, type RollUps, writeRollUps } from './roll-ups.ts';
import { refusedWarning } from './sample-warnings.ts';
import { readSource } from './sources.ts';

export interface FinishedImport extends ReadingEnd, RollUps {
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
}

/** Makes a finished import visible, with its accounts, roll-ups, counts and custody entry, all at once. */
export function publish(open: Case, done: FinishedImport): Source {
  const { db } = open;
  const { sourceId, counts } = done;
  return db
    .transaction(() => {
      insertAccounts(open, done);
      writeRollUps(db, sourceId, done);
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
