import { accountRows, type ListedAccount } from '../../shared/contract/accounts.ts';
import type { Filter } from '../../shared/contract/filters.ts';
import { engine } from '../engine.ts';

/**
 * Rows of the account table, kept outside the store: the store holds which accounts in which order, this map
 * what stands in their rows. Asking for rows that are known costs nothing.
 */
const rows = new Map<number, KeptRow>();

interface KeptRow {
  readonly row: ListedAccount;
  readonly notesVersion: number;
  /** The filter that its matching requests were counted under, as `filterKey` spells it. */
  readonly under: string;
}

let generation = 0;
/** Beyond this the oldest rows are dropped; a row is about half a kilobyte. */
const MOST = 20_000;

export function accountRow(id: number): ListedAccount | undefined {
  return rows.get(id)?.row;
}

/** Requests of an account that a filter leaves; null without one, and as long as they are not known. */
export function matchingRequests(id: number, filter: Filter | undefined): number | null {
  const kept = rows.get(id);
  return kept?.under === filterKey(filter) ? kept.row.matching : null;
}

function filterKey(filter: Filter | undefined): string {
  return filter ? JSON.stringify(filter) : '';
}

export function clearAccountRows(): void {
  rows.clear();
  generation++;
}

/**
 * Loads the rows of `ids` that are not known as of `notesVersion` and under the filter: tags and comments are part of
 * a row, so a row read before the last of them is read again, and shown as it was meanwhile. Resolves to true when
 * something new can be shown. Rows that arrive after the map was cleared are dropped.
 */
export async function loadAccountRows(
  ids: readonly number[],
  notesVersion: number,
  filter: Filter | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const under = filterKey(filter);
  const wanted = ids.filter((id) => {
    const kept = rows.get(id);
    return kept?.notesVersion !== notesVersion || kept.under !== under;
  });
  if (wanted.length === 0) return false;
  const asked = generation;
  const loaded = await engine.call(accountRows, { ids: wanted, filter }, { signal });
  if (asked !== generation) return false;
  for (const row of loaded) {
    rows.delete(row.id);
    rows.set(row.id, { row, notesVersion, under });
  }
  for (const id of rows.keys()) {
    if (rows.size <= MOST) break;
    rows.delete(id);
  }
  return true;
}
