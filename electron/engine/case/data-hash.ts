import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from './database.ts';

/** SHA-256 over the published sources and how each was read: names the data that a result was made from. */
export function dataHash(db: Database): string {
  const sources = db
    .prepare('SELECT sha256, mapping FROM source WHERE published = 1 ORDER BY sha256')
    .raw()
    .all() as [string, string][];
  return createHash('sha256').update(canonicalJson(sources)).digest('hex');
}
