import { accountRows, type ListedAccount } from '../../shared/contract/accounts.ts';
import { engine } from '../engine.ts';

/**
 * Rows of the account table, kept outside the store: the store holds which accounts in which order, this map
 * what stands in their rows. Asking for rows that are known costs nothing.
 */
const rows = new Map<number, { readonly row: ListedAccount; readonly notesVersion: number }>();
let generation = 0;
/** Beyond this the oldest rows are dropped; a row is about half a kilobyte. */
const MOST = 20_000;

export function accountRow(id: number): ListedAccount | undefined {
  return rows.get(id)?.row;
}

export function clearAccountRows(): void {
  rows.clear();
  generation++;
}

/**
 * Loads the rows of `ids` that are not known as of `notesVersion`: tags and comments are part of a row, so a
 * row read before the last of them is read again, and shown as it was meanwhile. Resolves to true when
 * something new can be shown. Rows that arrive after the map was cleared are dropped.
 */
export async function loadAccountRows(
  ids: readonly number[],
  notesVersion: number,
  signal: AbortSignal,
): Promise<boolean> {
  const wanted = ids.filter((id) => rows.get(id)?.notesVersion !== notesVersion);
  if (wanted.length === 0) return false;
  const asked = generation;
  const loaded = await engine.call(accountRows, { ids: wanted }, { signal });
  if (asked !== generation) return false;
  for (const row of loaded) {
    rows.delete(row.id);
    rows.set(row.id, { row, notesVersion });
  }
  for (const id of rows.keys()) {
    if (rows.size <= MOST) break;
    rows.delete(id);
  }
  return true;
}
