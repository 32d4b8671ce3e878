import type { BadBranch, CustodyBranch } from '../../../shared/contract/custody.ts';
import type { Database } from '../case/database.ts';
import { listRecords } from '../records/read.ts';
import { CHAIN_START, ChainWalk, type StoredEntry } from './chain.ts';
import { recoveries } from './recovered.ts';

/** How many entries at the beginning of two custody logs are the same: the logs are chains, so equal hashes say all. */
export function entriesInCommon(one: Database, other: Database): number {
  const at = (db: Database) => db.prepare('SELECT hash FROM custody_log WHERE seq = ?').pluck();
  const [mine, theirs] = [at(one), at(other)];
  let low = 0;
  let high = Math.min(length(one), length(other));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (mine.get(middle) === theirs.get(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Keeps the custody log of another copy from entry `inCommon` on, and the branches that it keeps itself. Call it inside
 * the transaction of the merge.
 * @returns the hash of its last entry, which names the branch
 */
export function keepBranches(db: Database, other: Database, inCommon: number): string {
  const put = db.prepare('INSERT OR IGNORE INTO custody_branch (head, seq, entry, hash) VALUES (?, ?, ?, ?)');
  const head = (other.prepare('SELECT hash FROM custody_log ORDER BY seq DESC LIMIT 1').pluck().get() ??
    CHAIN_START) as string;
  const own = other.prepare('SELECT seq, entry, hash FROM custody_log WHERE seq > ? ORDER BY seq');
  for (const { seq, entry, hash } of own.iterate(inCommon) as Iterable<StoredEntry>)
    put.run(head, seq, entry, hash);
  const kept = other.prepare('SELECT head, seq, entry, hash FROM custody_branch').raw();
  for (const row of kept.iterate() as Iterable<unknown[]>) put.run(...row);
  return head;
}

/** Later than any merging. */
const LAST_US = Number.MAX_SAFE_INTEGER;

/** The branches kept, those of copies merged here first, in the order of merging. */
export function listBranches(db: Database): CustodyBranch[] {
  const merged = new Map(listRecords(db, 'mergedCopy').map(([, copy]) => [copy.custodyHead, copy]));
  const rows = db
    .prepare(
      `SELECT head, min(seq) AS firstSeq, max(seq) AS lastSeq, count(*) AS entries
       FROM custody_branch GROUP BY head ORDER BY head`,
    )
    .all() as Pick<CustodyBranch, 'head' | 'firstSeq' | 'lastSeq' | 'entries'>[];
  return rows
    .map((row) => {
      const copy = merged.get(row.head);
      const { file = null, by: mergedBy = null, atUs: mergedUs = null } = copy ?? {};
      return { ...row, file, mergedBy, mergedUs };
    })
    .sort((a, b) => (a.mergedUs ?? LAST_US) - (b.mergedUs ?? LAST_US));
}

/**
 * Walks every branch: its first entry names the hash of an entry in the log or in another branch, or one of which a
 * recovery wrote down that it is lost, each further one that before, and the last has the hash that names the branch.
 * @returns the first entry of each branch that does not hold
 */
export function checkBranches(db: Database): BadBranch[] {
  // A case of an older schema is looked at before it is brought up to date.
  if (!db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'custody_branch'").get()) return [];
  const heads = db
    .prepare('SELECT DISTINCT head FROM custody_branch ORDER BY head')
    .pluck()
    .all() as string[];
  const entries = db.prepare('SELECT seq, entry, hash FROM custody_branch WHERE head = ? ORDER BY seq');
  const known = db.prepare(
    'SELECT 1 FROM custody_log WHERE hash = ? UNION SELECT 1 FROM custody_branch WHERE hash = ?',
  );
  const lost = new Set(recoveries(db).flatMap(({ custodyGaps }) => custodyGaps.map(({ prev }) => prev)));
  return heads.flatMap((head) => {
    let walk: ChainWalk | undefined;
    for (const record of entries.iterate(head) as Iterable<StoredEntry>) {
      if (!walk) {
        const before = previousHash(record.entry);
        if (
          before === undefined ||
          (before !== CHAIN_START && !lost.has(before) && !known.get(before, before))
        )
          return { head, seq: record.seq };
        walk = ChainWalk.after(record.seq - 1, before);
      }
      if (walk.next(record) !== undefined) return { head, seq: record.seq };
    }
    return walk && walk.head !== head ? { head, seq: walk.entries } : [];
  });
}

function previousHash(entry: string): string | undefined {
  try {
    const { prev } = JSON.parse(entry);
    return typeof prev === 'string' ? prev : undefined;
  } catch {
    return undefined;
  }
}

function length(db: Database): number {
  return db.prepare('SELECT count(*) FROM custody_log').pluck().get() as number;
}
