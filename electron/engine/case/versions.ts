import type { Database } from './database.ts';

/** Tells one import from every other, in SQL: numbers of sources are given again, and files imported again. */
export const SOURCE_VERSION = "id || ' ' || imported_us || ' ' || sha256";

/** Changes whenever a source is published or taken back: what follows from sources alone may be kept until then. */
export function sourcesVersion(db: Database): string {
  return text(db, `SELECT group_concat(${SOURCE_VERSION}) FROM source WHERE published = 1`);
}

/** Changes with everything that people write or take back. */
export function notesVersion(db: Database): string {
  return text(db, 'SELECT max(seq) FROM command');
}

/** Changes with every analysis. */
export function analysisVersion(db: Database): string {
  return text(db, "SELECT at_us || ' ' || input_hash || ' ' || seed FROM analysis_run");
}

function text(db: Database, sql: string): string {
  return String(db.prepare(sql).pluck().get());
}
