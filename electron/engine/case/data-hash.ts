import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from './database.ts';

/** How a warning of a source begins that says what of it a recovery could not save. */
export const PARTLY_LOST = 'Partly lost: ';

/**
 * SHA-256 over the published sources and how each was read, and over what `decisions` people made beside them, if
 * any: names the data that a result was made from.
 */
export function dataHash(db: Database, decisions?: object): string {
  const sources = db
    .prepare(
      `SELECT sha256, mapping, (SELECT json_group_array(value) FROM json_each(warnings) WHERE value GLOB '${PARTLY_LOST}*')
       FROM source WHERE published = 1 ORDER BY sha256`,
    )
    .raw()
    .all() as [string, string, string][];
  // What is left of a source is not the source, so it has a hash of its own.
  const named = sources.map(([sha256, mapping, lost]) =>
    lost === '[]' ? [sha256, mapping] : [sha256, mapping, lost],
  );
  const inputs = decisions === undefined ? named : [named, decisions];
  return createHash('sha256').update(canonicalJson(inputs)).digest('hex');
}
