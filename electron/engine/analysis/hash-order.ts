/** Of a SHA-256 so many words of 32 bits tell millions of texts apart. */
export const HASH_WORDS = 3;
const BUCKET_BITS = 16;

/**
 * Which texts come first by their hashes, of which `hash` holds HASH_WORDS words each. Hashes lie evenly, so they
 * are dealt out by their first bits and only few of them sorted at a time: the sort of one long array by a function
 * takes 16 bytes an entry.
 */
export function orderByHash(hash: Uint32Array): Uint32Array {
  const count = hash.length / HASH_WORDS;
  const bucketOf = (i: number) => hash[HASH_WORDS * i] >>> (32 - BUCKET_BITS);
  const from = new Uint32Array((1 << BUCKET_BITS) + 1);
  for (let i = 0; i < count; i++) from[bucketOf(i) + 1]++;
  for (let b = 0; b < 1 << BUCKET_BITS; b++) from[b + 1] += from[b];
  const next = from.slice();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[next[bucketOf(i)]++] = i;
  for (let b = 0; b < 1 << BUCKET_BITS; b++) {
    order.subarray(from[b], from[b + 1]).sort((i, j) => {
      let k = 0;
      while (k < HASH_WORDS - 1 && hash[HASH_WORDS * i + k] === hash[HASH_WORDS * j + k]) k++;
      return hash[HASH_WORDS * i + k] - hash[HASH_WORDS * j + k];
    });
  }
  return order;
}
