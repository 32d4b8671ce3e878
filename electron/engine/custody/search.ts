import type { CustodyEntry, CustodyFilter, CustodyValue } from '../../../shared/contract/custody.ts';
import type { Database } from '../case/database.ts';
import type { StoredEntry } from './chain.ts';
import { shownEntry } from './log.ts';

/**
 * Entries that fit the filter with a seq below `before` (from the newest on with null), newest first. The log is read
 * from its end only as far as `limit` entries need.
 */
export function searchCustody(
  db: Database,
  { text = '', author, action }: CustodyFilter,
  before: number | null,
  limit: number,
): CustodyEntry[] {
  // Entries are JSON: a quote or a line break that a person looks for stands there as its escape.
  const wanted = JSON.stringify(text.toWellFormed()).slice(1, -1).toLowerCase();
  const rows = db
    .prepare('SELECT seq, entry, hash FROM custody_log WHERE seq < ? ORDER BY seq DESC')
    .iterate(before ?? Number.MAX_SAFE_INTEGER) as Iterable<StoredEntry>;
  const found: CustodyEntry[] = [];
  for (const row of rows) {
    if (wanted !== '' && !row.entry.toLowerCase().includes(wanted)) continue;
    const entry = shownEntry(row);
    if (author !== undefined && entry.author !== author) continue;
    if (action !== undefined && entry.action !== action) continue;
    found.push(entry);
    if (found.length === limit) break;
  }
  return found;
}

/** Every author and every action of the log with its number of entries, by name. */
export function custodyValues(db: Database): { authors: CustodyValue[]; actions: CustodyValue[] } {
  const [authors, actions] = [new Map<string, number>(), new Map<string, number>()];
  const rows = db.prepare('SELECT seq, entry, hash FROM custody_log').iterate() as Iterable<StoredEntry>;
  for (const row of rows) {
    const { author, action } = shownEntry(row);
    authors.set(author, (authors.get(author) ?? 0) + 1);
    actions.set(action, (actions.get(action) ?? 0) + 1);
  }
  return { authors: byName(authors), actions: byName(actions) };
}

function byName(counts: ReadonlyMap<string, number>): CustodyValue[] {
  return [...counts]
    .map(([value, entries]) => ({ value, entries }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}
