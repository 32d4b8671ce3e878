import type { PictureState } from './picture-state.ts';

/** A node put somewhere, or let go. */
export interface Placing {
  readonly node: string;
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** One act on the picture: what it shows after, and where it put nodes. */
export interface Act {
  readonly title: string;
  readonly state: PictureState;
  readonly placed: readonly Placing[];
  /** Where those nodes were before. */
  readonly before: readonly Placing[];
}

export interface History {
  readonly first: PictureState;
  readonly acts: readonly Act[];
  /** How many of the acts are in force. */
  readonly at: number;
}

/** More acts than this nobody takes back. */
const LONGEST = 200;

export function startHistory(first: PictureState): History {
  return { first, acts: [], at: 0 };
}

export function present({ first, acts, at }: History): PictureState {
  return at === 0 ? first : acts[at - 1].state;
}

/** Does an act; what was taken back before is dropped. */
export function act(history: History, next: Act): History {
  const acts = [...history.acts.slice(0, history.at), next];
  if (acts.length <= LONGEST) return { ...history, acts, at: acts.length };
  return { first: acts[0].state, acts: acts.slice(1), at: acts.length - 1 };
}

export const undoable = ({ acts, at }: History): Act | undefined => acts[at - 1];
export const redoable = ({ acts, at }: History): Act | undefined => acts[at];

/** The history one act back or on, and the places to be restored with it; itself at its ends. */
export function stepped(
  history: History,
  by: -1 | 1,
): { readonly history: History; readonly places: readonly Placing[] } {
  const one = by < 0 ? undoable(history) : redoable(history);
  if (!one) return { history, places: [] };
  return { history: { ...history, at: history.at + by }, places: by < 0 ? one.before : one.placed };
}
