import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which lane is looked at, and which row the pointer is over; outside React, so that moving need not render. */
export interface LaneCursor {
  readonly cursor: string | null;
  readonly hover: number;
}

export type LaneCursorStore = StoreApi<LaneCursor>;

export const createLaneCursor = (): LaneCursorStore =>
  createStore<LaneCursor>(() => ({ cursor: null, hover: -1 }));
