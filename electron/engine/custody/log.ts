import type { CustodyEntry } from '../../../shared/contract/custody.ts';
import { formatUtc } from '../../../shared/time/zone.ts';
import { APP } from '../app-version.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../case/database.ts';
import { localTime, nowUs } from '../clock.ts';
import { CHAIN_START, checkChain, hashEntry, type StoredEntry } from './chain.ts';

/** One act as the custody log keeps it. Details never hold passphrases or prompt text. */
export interface Act {
  readonly action: string;
  readonly author: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends an act to the chain. Call it inside the transaction that does what it records. */
export function appendCustody(db: Database, { action, author, detail }: Act, atUs = nowUs()): void {
  const last = db.prepare('SELECT seq, hash FROM custody_log ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined;
  const seq = (last?.seq ?? 0) + 1;
  const entry = canonicalJson({
    seq,
    prev: last?.hash ?? CHAIN_START,
    at: formatUtc(atUs),
    local: localTime(atUs),
    atUs,
    author,
    action,
    detail,
    app: `${APP.name} ${APP.version}`,
  });
  db.prepare('INSERT INTO custody_log (seq, entry, hash) VALUES (?, ?, ?)').run(seq, entry, hashEntry(entry));
}

/** All entries, oldest first. */
export function custodyEntries(db: Database): Iterable<StoredEntry> {
  return db
    .prepare('SELECT seq, entry, hash FROM custody_log ORDER BY seq')
    .iterate() as Iterable<StoredEntry>;
}

export function verifyChain(db: Database): { entries: number; firstBad: number | null } {
  return checkChain(custodyEntries(db));
}

/** An entry as people see it. One that is no JSON shows as it is. */
export function shownEntry({ seq, entry, hash }: StoredEntry): CustodyEntry {
  try {
    const { atUs, author, action, detail } = JSON.parse(entry);
    return {
      seq,
      hash,
      atUs: Number(atUs),
      author: String(author),
      action: String(action),
      detail: canonicalJson(detail),
    };
  } catch {
    return { seq, hash, atUs: 0, author: '', action: 'unreadable', detail: entry };
  }
}
