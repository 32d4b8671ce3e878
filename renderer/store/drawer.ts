import { create } from 'zustand';
import { showPanel } from './layout.ts';
import type { Range } from './view-history.ts';

/** Which requests the drawer at the bottom lists. */
export interface RowsAsked {
  /** What they are, in words: `Requests of ac_12 on 4 May`. */
  readonly title: string;
  readonly account: string;
  /** null for all of the account's time. */
  readonly range: Range | null;
}

/** What was asked for by name; null while the drawer follows what is selected. */
export const useDrawer = create<{ asked: RowsAsked | null }>(() => ({ asked: null }));

/** Opens the drawer on the requests behind something, until it is told to follow the selection again. */
export function showRows(asked: RowsAsked): void {
  useDrawer.setState({ asked });
  showPanel('drawer', true);
}

/** Lets the drawer show the requests behind what is selected. */
export function followSelection(): void {
  useDrawer.setState({ asked: null });
}
