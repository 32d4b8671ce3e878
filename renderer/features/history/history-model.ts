import type { HistoryItem } from '../../../shared/contract/history.ts';

export interface HistoryRow {
  readonly item: HistoryItem;
  /** In words, whether it holds now. */
  readonly state: 'stands' | 'undone' | 'stands for good';
  /** What the way to it would do; null where one is there already, or where there is no way. */
  readonly way: 'undo' | 'redo' | null;
}

/** What each act is now, newest first, and which way leads to the state right after it. */
export function historyRows(items: readonly HistoryItem[]): readonly HistoryRow[] {
  let isLater = false;
  return items.map((item): HistoryRow => {
    const { stands, again, final } = item;
    if (!stands) return { item, state: 'undone', way: again ? 'redo' : null };
    const way = isLater ? 'undo' : null;
    isLater ||= !final;
    return { item, state: final ? 'stands for good' : 'stands', way };
  });
}

/** The title of an act as a sentence begins. */
export function actWords(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
