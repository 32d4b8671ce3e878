import { canonicalJson } from '../../canonical-json.ts';
import type { KeptChange } from '../../records/change.ts';
import type { Database } from '../database.ts';

/**
 * Writes again the records that are gone and that all acts, of which none may be missing, say there were: what people
 * wrote is what their acts left behind. @returns how many
 */
export function recordsOfActs(db: Database): number {
  const state = new Map<string, KeptChange>();
  const acts = db.prepare('SELECT changes FROM command ORDER BY seq').pluck();
  for (const text of acts.iterate() as Iterable<string>)
    for (const change of JSON.parse(text) as KeptChange[]) state.set(`${change.kind} ${change.id}`, change);
  const put = db.prepare('INSERT OR IGNORE INTO record (kind, id, body) VALUES (?, ?, ?)');
  let made = 0;
  for (const { kind, id, after } of state.values())
    if (after !== null) made += put.run(kind, id, canonicalJson(after)).changes;
  return made;
}
