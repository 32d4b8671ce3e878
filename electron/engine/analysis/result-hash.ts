import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';

/**
 * SHA-256, hex, of the canonical JSON of some lists by name, written an entry at a time: as one text, the results of a
 * large case would be longer than a string can be.
 */
export function resultHash(lists: Readonly<Record<string, readonly unknown[]>>): string {
  const hash = createHash('sha256').update('{');
  Object.keys(lists)
    .sort()
    .forEach((name, at) => {
      hash.update(`${at > 0 ? ',' : ''}${canonicalJson(name)}:[`);
      lists[name].forEach((entry, i) => {
        hash.update(`${i > 0 ? ',' : ''}${canonicalJson(entry)}`);
      });
      hash.update(']');
    });
  return hash.update('}').digest('hex');
}
