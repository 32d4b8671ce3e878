import { create } from 'zustand';

/** Accounts chosen together in the table, by their ids in the case. */
export interface Selection {
  readonly ids: ReadonlySet<number>;
  /** Where a choice with Shift begins; null before any. */
  readonly anchor: number | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/**
 * Alone, which is a beginning and no choice of several yet; beside the others or no longer; or all from the anchor on.
 */
export type PickMode = 'only' | 'toggle' | 'extend';

/** What picking an account makes of a selection, among the accounts in the order shown. */
export function pick(selection: Selection, order: ArrayLike<number>, id: number, mode: PickMode): Selection {
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

export function pickAll(selection: Selection, order: ArrayLike<number>): Selection {
  return { ids: new Set(Array.from(order)), anchor: selection.anchor };
}

/** How many of those selected do not stand in the order shown. */
export function hiddenOf({ ids }: Selection, order: ArrayLike<number>): number {
  let shown = 0;
  for (let i = 0; i < order.length; i++) if (ids.has(order[i])) shown++;
  return ids.size - shown;
}

function indexIn(order: ArrayLike<number>, id: number): number {
  return Array.prototype.indexOf.call(order, id);
}

export const useSelection = create<Selection>(() => NOTHING_SELECTED);

export function clearSelection(): void {
  useSelection.setState(NOTHING_SELECTED);
}

/** Forgets where a choice began, once the keys have moved on from there. */
export function forgetAnchor(): void {
  useSelection.setState({ anchor: null });
}
