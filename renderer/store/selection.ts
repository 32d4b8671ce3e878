import { create, type StoreApi, type UseBoundStore } from 'zustand';

/** Rows of a list chosen together, by their ids. */
export interface Selection<Id> {
  readonly ids: ReadonlySet<Id>;
  /** Where a choice with Shift begins; null before any. */
  readonly anchor: Id | null;
}

export const NOTHING_SELECTED: Selection<never> = { ids: new Set<never>(), anchor: null };

/**
 * Alone, which is a beginning and no choice of several yet; beside the others or no longer; or all from the anchor on.
 */
export type PickMode = 'only' | 'toggle' | 'extend';

/** What picking a row makes of a selection, among the rows in the order shown. */
export function pick<Id>(
  selection: Selection<Id>,
  order: ArrayLike<Id>,
  id: Id,
  mode: PickMode,
): Selection<Id> {
  if (mode === 'toggle') {
    const { anchor } = selection;
    // What a click began with belongs to what is chosen beside it.
    const ids = new Set(
      selection.ids.size === 0 && anchor !== null && anchor !== id ? [anchor] : selection.ids,
    );
    if (!ids.delete(id)) ids.add(id);
    return { ids, anchor: id };
  }
  const from = mode === 'extend' && selection.anchor !== null ? indexIn(order, selection.anchor) : -1;
  const to = indexIn(order, id);
  if (from < 0 || to < 0) return { ids: new Set(), anchor: id };
  const between = Array.prototype.slice.call(order, Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set(between), anchor: selection.anchor };
}

export function pickAll<Id>(selection: Selection<Id>, order: ArrayLike<Id>): Selection<Id> {
  return { ids: new Set(Array.from(order)), anchor: selection.anchor };
}

/** How many of those selected do not stand in the order shown. */
export function hiddenOf<Id>({ ids }: Selection<Id>, order: ArrayLike<Id>): number {
  let shown = 0;
  for (let i = 0; i < order.length; i++) if (ids.has(order[i])) shown++;
  return ids.size - shown;
}

function indexIn<Id>(order: ArrayLike<Id>, id: Id): number {
  return Array.prototype.indexOf.call(order, id);
}

/** Where what is chosen in a list is kept. */
export type SelectionStore<Id> = UseBoundStore<StoreApi<Selection<Id>>>;

/** Accounts chosen in their table, by their ids in the case. */
export const useSelection: SelectionStore<number> = create<Selection<number>>(() => NOTHING_SELECTED);

/** Operators chosen in their list. */
export const useOperatorSelection: SelectionStore<string> = create<Selection<string>>(() => NOTHING_SELECTED);

/** Forgets what is chosen in every list. */
export function clearSelection(): void {
  useSelection.setState(NOTHING_SELECTED);
  useOperatorSelection.setState(NOTHING_SELECTED);
}
