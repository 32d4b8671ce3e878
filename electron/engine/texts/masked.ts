import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { MaskedText } from '../../../shared/contract/texts.ts';
import type { Database } from '../case/database.ts';
import { HASH_BYTES, words } from './block.ts';
import { fullHash } from './hash.ts';
import { publishedUses, type TextBlock } from './uses.ts';

/** What may be said of a text without saying what it says. @throws StillwatchError NOT_FOUND */
export function maskedText(db: Database, id: number): MaskedText {
  const row = db
    .prepare(
      'SELECT id, hashes, characters FROM prompt_block WHERE id <= ? AND ? < id + texts ORDER BY id DESC LIMIT 1',
    )
    .raw()
    .get(id, id) as [number, Uint8Array, Uint8Array] | undefined;
  if (!row) throw noSuchText();
  const [blockId, hashes, characters] = row;
  const k = id - blockId;
  return {
    id,
    characters: words(characters)[k],
    hash: Buffer.from(hashes.subarray(HASH_BYTES * k, HASH_BYTES * (k + 1))).toString('hex'),
  };
}

/** As `maskedText`, of a text that has no number. */
export function maskText(text: string): MaskedText {
  return { id: null, characters: countCharacters(text), hash: fullHash(text).slice(0, 2 * HASH_BYTES) };
}

/** Code points of a text. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Requests of published sources that have the text. @throws StillwatchError NOT_FOUND when there is none */
export function requestsWith(db: Database, id: number): number {
  const block = db
    .prepare('SELECT id, texts FROM prompt_block WHERE id <= ? AND ? < id + texts ORDER BY id DESC LIMIT 1')
    .get(id, id) as TextBlock | undefined;
  const requests = block ? publishedUses(db)(block)[id - block.id] : 0;
  if (requests === 0) throw noSuchText();
  return requests;
}

function noSuchText(): StillwatchError {
  return new StillwatchError('NOT_FOUND', 'The case holds no such text.');
}
