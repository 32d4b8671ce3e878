import type { DamagedPage, PageCheck } from '../../../../shared/contract/cases.ts';
import type { CaseAccess } from '../case.ts';
import { PageFile } from './page-file.ts';
import type { RecoveryWatch } from './recover-file.ts';
import { type Survey, survey } from './survey.ts';
import { rowsOf } from './tables.ts';

const MOST_LISTED = 1000;

/** Looks at every page of a case: which are not whole, and what lay there as far as the others tell. */
export function checkFile(access: CaseAccess, watch: RecoveryWatch): PageCheck {
  const file = new PageFile(access);
  try {
    watch.stage('looking at every page');
    const found = survey(file, () => watch.check());
    const holds = whatLay(found);
    const damaged = found.damagedPages.slice(0, MOST_LISTED).map(
      (page): DamagedPage => ({
        page,
        holds: holds.get(page) ?? 'what only other damaged pages lead to, or nothing',
      }),
    );
    return { pages: file.pages, damagedCount: found.damagedPages.length, damaged };
  } finally {
    file.close();
  }
}

function whatLay({ schema, tables }: Survey): Map<number, string> {
  const holds = new Map<number, string>();
  for (const { page } of schema.holes) holds.set(page, 'the list of tables');
  for (const { shape, holes, cut, indexPages } of tables.values()) {
    const rows = rowsOf(shape.name);
    for (const page of indexPages) holds.set(page, `an index of ${rows}: nothing is lost with it`);
    for (const { page, after, upTo } of holes) {
      const from = Number.isFinite(after) ? ` after ${after}` : '';
      const to = Number.isFinite(upTo) ? ` up to ${upTo}` : '';
      holds.set(
        page,
        `${rows} (${shape.name}${shape.hasRowid ? `, rows${from}${to}` : ''})`.replace(', rows)', ')'),
      );
    }
    for (const { rowid, page } of cut)
      holds.set(page, `a part of ${rows} (${shape.name}${Number.isNaN(rowid) ? '' : `, row ${rowid}`})`);
  }
  // Where nothing says where a table begins, its page is none of the file.
  holds.delete(0);
  return holds;
}
