import { sortedAccounts } from '../../electron/engine/accounts/sorted.ts';
import type { Case } from '../../electron/engine/case/case.ts';
import { custodyEntries } from '../../electron/engine/custody/log.ts';
import { listSources } from '../../electron/engine/import/sources.ts';
import { querySql } from '../../electron/engine/sql/query.ts';
import { searchTexts } from '../../electron/engine/texts/search.ts';

/** What a person sees first of an open case; how many of these could not be told. */
export function lookAround(open: Case): number {
  const looks: (() => unknown)[] = [
    () => open.info(),
    () => listSources(open.db),
    () => sortedAccounts(open, 'requests', true),
    () => [...custodyEntries(open.db)].length,
    () => searchTexts(open.db, 'harbour', 20, 0),
    () => querySql(open, 'SELECT * FROM requests'),
    () => querySql(open, 'SELECT kind, id, body FROM record'),
  ];
  let failed = 0;
  for (const look of looks) {
    try {
      look();
    } catch {
      // What a page or a value of an unencrypted case holds is checked nowhere but where it is read.
      failed++;
    }
  }
  return failed;
}
