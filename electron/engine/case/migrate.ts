import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Database } from './database.ts';
import { FIRST_SCHEMA } from './migrations/0001-first-schema.ts';
import { ACCOUNTS_CONTEXT } from './migrations/0002-accounts-context.ts';
import { PROMPT_TEXT } from './migrations/0003-prompt-text.ts';
import { ROLL_UPS } from './migrations/0004-roll-ups.ts';
import { SOURCE_READING } from './migrations/0005-source-reading.ts';
import { ANALYSIS } from './migrations/0006-analysis.ts';
import { ANALYSIS_TEMPLATES } from './migrations/0007-analysis-templates.ts';
import { ASSUMPTIONS } from './migrations/0008-assumptions.ts';
import { COHORTS } from './migrations/0009-cohorts.ts';
import { FILTER_CELLS } from './migrations/0010-filter-cells.ts';
import { GRAPH } from './migrations/0011-graph.ts';
import { SAVED_VIEWS } from './migrations/0012-saved-views.ts';
import { FOLLOWED_TEMPLATES } from './migrations/0013-followed-templates.ts';
import { RECORDS } from './migrations/0014-records.ts';
import { MERGING } from './migrations/0015-merging.ts';
import { EXHIBIT_CHECKS } from './migrations/0016-exhibit-checks.ts';
import { REDACTION_KEY } from './migrations/0017-redaction-key.ts';
import { assertOwnSchema } from './schema-check.ts';

/** 'SWca' in ASCII, SQLite's mark for what kind of file this is. */
export const APPLICATION_ID = 0x53576361;

/** SQL of each schema version, in order: the first entry makes version 1. */
export const MIGRATIONS: readonly string[] = [
  FIRST_SCHEMA,
  ACCOUNTS_CONTEXT,
  PROMPT_TEXT,
  ROLL_UPS,
  SOURCE_READING,
  ANALYSIS,
  ANALYSIS_TEMPLATES,
  ASSUMPTIONS,
  COHORTS,
  FILTER_CELLS,
  GRAPH,
  SAVED_VIEWS,
  FOLLOWED_TEMPLATES,
  RECORDS,
  MERGING,
  EXHIBIT_CHECKS,
  REDACTION_KEY,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Refuses a database that is no case, one of a newer Stillwatch, or one with another schema than its version has.
 * @throws StillwatchError NOT_A_CASE, CASE_FROM_FUTURE, CASE_DAMAGED
 */
export function assertReadableCase(db: Database): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new StillwatchError(
      'NOT_A_CASE',
      'This is a database, but no Stillwatch case. Nothing was changed.',
    );
  }
  const version = schemaVersion(db);
  if (version > SCHEMA_VERSION) {
    throw new StillwatchError(
      'CASE_FROM_FUTURE',
      `This case was last used by a newer Stillwatch (schema ${version}, this one knows ${SCHEMA_VERSION}). Nothing was changed. Open it with that version.`,
    );
  }
  assertOwnSchema(db, MIGRATIONS.slice(0, Math.max(0, version)));
}

/** Brings a case to the newest schema, each step in a transaction of its own with its record. */
export function migrate(db: Database): void {
  if (isEmpty(db)) db.pragma(`application_id = ${APPLICATION_ID}`);
  assertReadableCase(db);
  for (let next = schemaVersion(db); next < SCHEMA_VERSION; next++) {
    db.transaction(() => {
      db.exec(MIGRATIONS[next]);
      db.pragma(`user_version = ${next + 1}`);
    }).exclusive();
  }
}

function isEmpty(db: Database): boolean {
  return db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
}
