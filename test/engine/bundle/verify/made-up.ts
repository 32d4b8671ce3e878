import canonicalize from 'canonicalize';
import { CHAIN_START, hashEntry, type StoredEntry } from '../../../../electron/engine/custody/chain.ts';

/** Repeatable pseudo-random numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A chain of entries that holds. */
export function custodyOf(details: readonly Record<string, unknown>[]): StoredEntry[] {
  let prev = CHAIN_START;
  return details.map((detail, index) => {
    const entry = canonicalize({ ...detail, seq: index + 1, prev }) ?? '';
    prev = hashEntry(entry);
    return { seq: index + 1, entry, hash: prev };
  });
}
