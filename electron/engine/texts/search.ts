import type { TextHit, TextSearch } from '../../../shared/contract/texts.ts';
import type { Database } from '../case/database.ts';
import { searchQuery } from '../text/search-query.ts';
import { maskedText } from './masked.ts';
import { occurrences } from './occurrences.ts';
import { blockOf, publishedBlocks, publishedUses } from './uses.ts';

/** Texts beyond this many are not looked at: a query that so many match does not tell them apart. */
export const MAX_FOUND = 100_000;

interface Found {
  readonly id: number;
  readonly requests: number;
}

/** Finds texts, and says of the hits asked for how much they were used; never what they say. */
export function searchTexts(db: Database, typed: string, limit: number, offset: number): TextSearch {
  const query = searchQuery(typed);
  if (query === null) return { hits: [], total: 0, more: false, searched: false };
  const numbers = db
    .prepare('SELECT rowid FROM prompt_search WHERE prompt_search MATCH ? LIMIT ?')
    .pluck()
    .all(query, MAX_FOUND + 1) as number[];
  const found = published(db, numbers.slice(0, MAX_FOUND));
  found.sort((a, b) => b.requests - a.requests || a.id - b.id);
  return {
    hits: describe(db, found.slice(offset, offset + limit)),
    total: found.length,
    more: numbers.length > MAX_FOUND,
    searched: true,
  };
}

/** Those of ascending numbers whose texts published sources use. */
function published(db: Database, numbers: readonly number[]): Found[] {
  const blocks = publishedBlocks(db);
  const usesOf = publishedUses(db);
  const found: Found[] = [];
  let block = blocks[0];
  let uses: Float64Array = new Float64Array(0);
  for (const id of numbers) {
    if (uses.length === 0 || id >= block.id + block.texts) {
      const next = blockOf(blocks, id);
      if (!next) continue;
      block = next;
      uses = usesOf(block);
    }
    const requests = uses[id - block.id];
    if (requests > 0) found.push({ id, requests });
  }
  return found;
}

function describe(db: Database, found: readonly Found[]): TextHit[] {
  if (found.length === 0) return [];
  const accounts = found.map(() => new Set<number>());
  const firstUs = found.map(() => Number.POSITIVE_INFINITY);
  const lastUs = found.map(() => Number.NEGATIVE_INFINITY);
  const total = found.reduce((sum, { requests }) => sum + requests, 0);
  for (const part of occurrences(
    db,
    found.map(({ id }) => id),
    total,
  )) {
    part.which.forEach((place, i) => {
      accounts[place].add(part.accounts[i]);
      // A request without a time changes neither.
      if (part.timeUs[i] < firstUs[place]) firstUs[place] = part.timeUs[i];
      if (part.timeUs[i] > lastUs[place]) lastUs[place] = part.timeUs[i];
    });
  }
  return found.map(({ id, requests }, i) => ({
    ...maskedText(db, id),
    id,
    requests,
    accounts: accounts[i].size,
    firstUs: Number.isFinite(firstUs[i]) ? firstUs[i] : null,
    lastUs: Number.isFinite(lastUs[i]) ? lastUs[i] : null,
  }));
}
