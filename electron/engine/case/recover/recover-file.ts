import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Recovered } from '../../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { nowUs } from '../../clock.ts';
import { custodyFault } from '../../custody/fault.ts';
import { appendCustody } from '../../custody/log.ts';
import type { CaseAccess } from '../case.ts';
import { openDatabase } from '../database.ts';
import { flush } from '../flush.ts';
import { PageFile } from './page-file.ts';
import { rebuild } from './rebuild.ts';
import { survey } from './survey.ts';
import { Trees } from './walk-tree.ts';

export interface Recovery {
  /** The damaged case: its path and its key. */
  readonly access: CaseAccess;
  /** An empty file, which becomes the new case, with the same key. */
  readonly to: string;
  readonly author: string;
}

export interface RecoveryWatch {
  /** What is done next, in words for people. */
  stage(stage: string): void;
  /** Throws where it is no longer wanted. */
  check(): void;
}

/**
 * Saves what is intact of a damaged case into a new one. Every page is read without SQLite and taken where its tag is
 * right and it fits what leads to it, so a damaged page costs its own rows alone; rows that an index or the acts of people
 * still tell are made again. The damaged file is never written. It blocks, so it belongs on a thread of its own.
 * @throws StillwatchError CASE_DAMAGED where nothing is left; BUSY where the file changed meanwhile; what `watch` throws
 */
export function recoverFile({ access, to, author }: Recovery, watch: RecoveryWatch): Recovered {
  const before = stateOf(access.path);
  const file = new PageFile(access);
  try {
    watch.stage('looking at every page');
    const found = survey(file, () => watch.check());
    if (
      found.schema.roots.size === 0 &&
      [...found.tables.values()].every(({ strays }) => strays.length === 0)
    )
      throw new StillwatchError(
        'CASE_DAMAGED',
        'Nothing is left in this file that can be saved. It is as it was. Open a backup copy of this case.',
      );
    watch.stage('saving what is intact');
    const db = openDatabase(to, { key: access.key });
    try {
      // A new case that a crash cut short is thrown away, so nothing needs to be taken back.
      db.pragma('journal_mode = MEMORY');
      db.pragma('foreign_keys = OFF');
      const isPlain = access.key === null;
      const told = db.transaction(() => rebuild(db, new Trees(file), found, isPlain, watch.check))();
      watch.stage('writing the custody log');
      const detail: Recovered = {
        file: basename(access.path),
        atUs: nowUs(),
        pages: file.pages,
        damagedPages: found.damagedPages.slice(0, 1000),
        ...told,
        notes: [
          ...(file.walCutShort
            ? ['The journal beside the file breaks off: what was written last is missing.']
            : []),
          ...told.notes,
        ],
      };
      db.transaction(() =>
        appendCustody(db, { action: 'case.recovered', author, detail: { ...detail } }, detail.atUs),
      ).immediate();
      if (stateOf(access.path) !== before) throw changedMeanwhile();
      watch.stage('checking the new case');
      check(db);
      return detail;
    } finally {
      db.close();
      flush(to);
    }
  } finally {
    file.close();
  }
}

function check(db: ReturnType<typeof openDatabase>): void {
  const whole = db.pragma('integrity_check(1)', { simple: true }) === 'ok';
  const unmoored = db.pragma('foreign_key_check') as unknown[];
  if (!whole || unmoored.length > 0) throw new Error('The recovered case is not whole.');
  // Only a log that did not hold before still does not; a gap is written down and holds.
  custodyFault(db);
}

/** Tells a file and its journal from what is made of them meanwhile. */
function stateOf(path: string): string {
  return [path, `${path}-wal`]
    .map((name) => {
      const state = statSync(name, { throwIfNoEntry: false });
      return state ? `${state.size} ${state.mtimeMs}` : 'none';
    })
    .join(', ');
}

function changedMeanwhile(): StillwatchError {
  return new StillwatchError(
    'BUSY',
    'Another program changed the case meanwhile. No new case was made. Close it there and try again.',
  );
}
