import type { CustodyEntry } from '../../../shared/contract/custody.ts';

/** Entries read so far, newest first. */
export interface CustodyPages {
  readonly entries: readonly CustodyEntry[];
  /** There are none before them. */
  readonly isAll: boolean;
}

/**
 * The newest page before what was read so far, so that nobody who has scrolled back loses the place; that page alone
 * where entries between the two may be missing.
 * @param pageSize how many entries were asked for
 */
export function withNewest(
  known: CustodyPages | null,
  newest: readonly CustodyEntry[],
  pageSize: number,
): CustodyPages {
  const isAll = newest.length < pageSize;
  const first = known?.entries[0]?.seq;
  const last = newest.at(-1)?.seq;
  if (!known || first === undefined || isAll || last === undefined || last > first)
    return { entries: newest, isAll };
  return { entries: [...newest.filter(({ seq }) => seq > first), ...known.entries], isAll: known.isAll };
}

/** What was read so far, and an older page after it. */
export function withOlder(
  known: CustodyPages,
  older: readonly CustodyEntry[],
  pageSize: number,
): CustodyPages {
  const last = known.entries.at(-1)?.seq ?? 0;
  return {
    entries: [...known.entries, ...older.filter(({ seq }) => seq < last)],
    isAll: older.length < pageSize,
  };
}
