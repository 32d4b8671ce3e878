import type { CaseInfo, Handling, Pap, Recovered } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { referenceAccounts as accountsOfReference } from '../cohorts/reference-accounts.ts';
import { recoveries } from '../custody/recovered.ts';
import type { Job } from '../jobs/job.ts';
import { listRecords } from '../records/read.ts';
import { dataHash } from './data-hash.ts';
import { type Database, openDatabase, sqliteCode } from './database.ts';
import { fileAt, refuseIfGone } from './file-at.ts';
import type { CaseKey } from './key.ts';
import { SCHEMA_VERSION } from './migrate.ts';

/** What another thread needs to open the same case. */
export interface CaseAccess {
  readonly path: string;
  readonly key: CaseKey | null;
}

/** An open case: its connection, who works on it, and whether anything may be changed. */
export class Case {
  readonly path: string;
  readonly db: Database;
  readonly author: string;
  private readonly key: CaseKey | null;
  /** Why nothing may be changed; null when it may. */
  readonly readOnly: string | null;

  /** Which file stood at the path when it was opened. */
  private readonly file: string;
  private readonly closing = new AbortController();
  private readonly running = new Set<Promise<unknown>>();
  private writing = false;
  private lastRecovery: { readonly told: Recovered | null } | undefined;

  constructor(path: string, db: Database, author: string, key: CaseKey | null, readOnly: string | null) {
    this.path = path;
    this.db = db;
    this.author = author.toWellFormed();
    this.key = key;
    this.readOnly = readOnly;
    this.file = fileAt(path);
  }

  /** Whether entries of its custody log are told in other words than their hashes were made from. */
  get hasRedactedLog(): boolean {
    return false;
  }

  access(): CaseAccess {
    return { path: this.path, key: this.key };
  }

  /** A second connection, which cannot write. The caller closes it. @throws StillwatchError FILE_UNWRITABLE */
  connectReadOnly(): Database {
    this.refuseIfGone();
    return openDatabase(this.path, { key: this.key, readOnly: true });
  }

  /**
   * The case as it is at this moment, on a connection of its own: what is written meanwhile is not seen.
   * The caller closes it.
   */
  snapshot(): Case {
    const db = this.connectReadOnly();
    db.exec('BEGIN');
    // The snapshot is taken by the first read, not by BEGIN.
    db.prepare('SELECT count(*) FROM source').get();
    return new Case(this.path, db, this.author, this.key, 'This is a snapshot.');
  }

  get timeZone(): string {
    return this.properties().get('timeZone') ?? 'UTC';
  }

  /** @throws StillwatchError CASE_LOCKED; FILE_UNWRITABLE where its file is gone */
  refuseIfReadOnly(): void {
    if (this.readOnly) throw new StillwatchError('CASE_LOCKED', `${this.readOnly} Nothing was changed.`);
    this.refuseIfGone();
  }

  /** @throws StillwatchError FILE_UNWRITABLE where its file is no longer where it was opened */
  refuseIfGone(): void {
    refuseIfGone(this.path, this.file);
  }

  info(): CaseInfo {
    const property = this.properties();
    const referenceAccounts = accountsOfReference(this.db).size;
    const count = (sql: string) => this.db.prepare(sql).pluck().get() as number;
    const sources = this.db
      .prepare(
        `SELECT count(*) AS sources, (SELECT total(requests) FROM account_total) AS requests,
                total(without_time) FILTER (WHERE kind = 'requests') AS requestsWithoutTime,
                min(first_us) AS firstUs, max(last_us) AS lastUs
         FROM source WHERE published = 1`,
      )
      .get() as {
      sources: number;
      requests: number;
      requestsWithoutTime: number;
      firstUs: number | null;
      lastUs: number | null;
    };
    return {
      id: property.get('id') ?? '',
      name: property.get('name') ?? '',
      reference: property.get('reference') ?? '',
      handling: (property.get('handling') ?? 'TLP:RED') as Handling,
      pap: (property.get('pap') ?? '') as Pap,
      retention: property.get('retention') ?? '',
      question: property.get('question') ?? '',
      timeZone: this.timeZone,
      createdUs: Number(property.get('createdUs') ?? 0),
      encrypted: this.key !== null,
      schemaVersion: SCHEMA_VERSION,
      counts: {
        accounts: count('SELECT count(*) FROM account') - referenceAccounts,
        referenceAccounts,
        requests: sources.requests,
        requestsWithoutTime: sources.requestsWithoutTime,
        sources: sources.sources,
        annotations: count('SELECT count(*) FROM annotation'),
        custodyEntries: count('SELECT count(*) FROM custody_log'),
      },
      dataHash: dataHash(this.db),
      firstUs: sources.firstUs,
      lastUs: sources.lastUs,
      readOnly: this.readOnly,
      recovered: this.recovered(),
    };
  }

  /** Runs a job that reads the case; closing the case cancels it and waits for it. */
  async during<T>(job: Job, work: (job: Job) => Promise<T>): Promise<T> {
    const running = work({ ...job, signal: AbortSignal.any([job.signal, this.closing.signal]) });
    this.running.add(running);
    try {
      const result = await running;
      this.refuseIfGone();
      return result;
    } finally {
      this.running.delete(running);
    }
  }

  /** @throws StillwatchError BUSY while a job writes */
  refuseIfBusy(): void {
    if (!this.writing) return;
    throw new StillwatchError(
      'BUSY',
      'Another import of this case is still running. Nothing was changed. Wait for it, or cancel it.',
    );
  }

  /**
   * Runs a job that writes imported data; one at a time.
   * @throws StillwatchError BUSY, CASE_LOCKED
   */
  async exclusively<T>(job: Job, work: (job: Job) => Promise<T>): Promise<T> {
    this.refuseIfReadOnly();
    this.refuseIfBusy();
    this.writing = true;
    try {
      return await this.during(job, work);
    } finally {
      this.writing = false;
    }
  }

  /** Cancels what still runs, waits for it, and folds the journal in: a closed case is one file again. */
  async close(): Promise<void> {
    this.closing.abort();
    if (this.running.size > 0) await Promise.allSettled(this.running);
    this.closeFile();
  }

  private closeFile(): void {
    if (!this.db.open) return;
    if (!this.readOnly) {
      try {
        this.db.pragma('optimize');
        // Back to a rollback journal: the closed case is one file, and opens from a write-protected place too.
        this.db.pragma('journal_mode = DELETE');
      } catch (error) {
        // On a full disk the journal stays beside the file, with everything in it: the next opening folds it in.
        if (!sqliteCode(error)) throw error;
      }
    }
    this.db.close();
  }

  /** A recovery makes a new file, so it is the same for as long as the case is open. */
  private recovered(): Recovered | null {
    this.lastRecovery ??= { told: recoveries(this.db).at(-1) ?? null };
    return this.lastRecovery.told;
  }

  private properties(): Map<string, string> {
    return new Map(listRecords(this.db, 'property').map(([name, { value }]) => [name, value]));
  }
}
