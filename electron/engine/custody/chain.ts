import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** An entry as the case keeps it. */
export interface StoredEntry {
  readonly seq: number;
  /** Canonical JSON with at least `seq` and `prev`. */
  readonly entry: string;
  /** SHA-256 of `entry` as UTF-8, hex. */
  readonly hash: string;
}

/** What the first entry names as the hash before it. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 hex of an entry's canonical JSON text, as UTF-8. */
export function hashEntry(entry: string): string {
  return createHash('sha256').update(entry, 'utf8').digest('hex');
}

/**
 * Walks a custody log entry by entry. An entry holds when its seq follows the one before, its text is
 * canonical JSON of an object, its hash is that of the text, and its `prev` is the hash before.
 */
export class ChainWalk {
  entries = 0;
  /** Hash of the last entry seen; CHAIN_START before any. */
  head = CHAIN_START;

  /** A walk that goes on after `entries` entries, the last of which has the hash `head`. */
  static after(entries: number, head: string): ChainWalk {
    const walk = new ChainWalk();
    walk.entries = entries;
    walk.head = head;
    return walk;
  }

  /** Why the entry does not hold, or undefined when it does. */
  next(record: StoredEntry): string | undefined {
    const prev = this.head;
    this.entries += 1;
    this.head = record.hash;
    if (record.seq !== this.entries) return `entry ${this.entries} says it is number ${record.seq}`;
    if (hashEntry(record.entry) !== record.hash) return `entry ${record.seq} does not match its hash`;
    const value = canonicalObject(record.entry);
    if (!value) return `entry ${record.seq} is not canonical JSON of an object`;
    if (value.prev !== prev) return `entry ${record.seq} does not name the hash of the entry before`;
    return undefined;
  }
}

function canonicalObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return canonicalize(value) === text ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Walks a whole custody log in order of `seq`: how many entries were read, and the seq of the first that does
 * not hold (null when all do).
 */
export function checkChain(entries: Iterable<StoredEntry>): { entries: number; firstBad: number | null } {
  const walk = new ChainWalk();
  for (const entry of entries) {
    if (walk.next(entry) !== undefined) return { entries: walk.entries, firstBad: entry.seq };
  }
  return { entries: walk.entries, firstBad: null };
}
