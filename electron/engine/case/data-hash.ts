import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from './database.ts';

/**
 * SHA-256 over the published sources and how each was read, and over what `decisions` people made beside them, if
 * any: names the data that a result was made from.
 */
export function dataHash(db: Database, decisions?: object): string {
  const sources = db
    .prepare('SELECT sha256, mapping FROM source WHERE published = 1 ORDER BY sha256')
    .raw()
    .all() as [string, string][];
  const inputs = decisions === undefined ? sources : [sources, decisions];
  return createHash('sha256').update(canonicalJson(inputs)).digest('hex');
}
