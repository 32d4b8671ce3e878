import type { Database } from '../../case/database.ts';
import { parseCustodyLine } from '../custody-line.ts';
import { insertOf } from './insert-of.ts';
import { badLine, type Lines } from './line-reader.ts';
import { refuseUnlessWritten } from './load-table.ts';

/** Entries written in one transaction. */
const ENTRIES_AT_ONCE = 1000;

/**
 * Writes the custody log of a bundle. Whether its chain holds is for the verifier to say.
 * @throws StillwatchError BAD_BUNDLE
 */
export async function loadCustody(db: Database, file: string, lines: Lines): Promise<void> {
  const insert = insertOf(db, 'custody_log', ['seq', 'entry', 'hash']);
  let entries: { readonly seq: number; readonly entry: string; readonly hash: string }[] = [];
  let number = 0;
  const writeAll = () => {
    const from = number - entries.length;
    db.transaction(() => {
      for (const [i, entry] of entries.entries())
        refuseUnlessWritten(file, from + i + 1, () => void insert({ ...entry }));
    }).immediate();
    entries = [];
  };
  for await (const line of lines) {
    number++;
    const entry = line.endsWith('\n') ? parseCustodyLine(line.slice(0, -1)) : undefined;
    if (!entry || !Number.isSafeInteger(entry.seq)) throw badLine(file, number, 'is no custody entry');
    if (entries.push(entry) >= ENTRIES_AT_ONCE) writeAll();
  }
  writeAll();
}
