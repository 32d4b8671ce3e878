import { FIRST_BUBBLES } from '../../../shared/contract/graph.ts';
import { accountNode, type NodeId, operatorNode, refOf } from './node-id.ts';

/** A node taken apart by one kind of evidence: the accounts that came with it. */
export interface Expansion {
  readonly at: NodeId;
  readonly kind: string;
  readonly accounts: readonly string[];
}

/** What the picture shows; everything seen follows from it, the case and the places of nodes. */
export interface PictureState {
  /** So many operators of the highest scores as bubbles; 0 where the picture began with a selection. */
  readonly top: number;
  /** Operators and accounts put in by themselves, in order. */
  readonly roots: readonly NodeId[];
  /** Operators whose accounts are shown. */
  readonly open: readonly string[];
  readonly expansions: readonly Expansion[];
  readonly removed: readonly NodeId[];
  /** Kinds of evidence left out, and the least bits of a link. */
  readonly without: readonly string[];
  readonly leastBits: number;
  /** `holding`: only the strongest links that hold the picture together. */
  readonly lines: 'holding' | 'all';
  /** The accounts of the filter in force are in the picture, whichever they are. */
  readonly ofFilter: boolean;
  /** Accounts and operators outside the filter are hidden, not drawn dimmed. */
  readonly hideOutside: boolean;
  /** Goes up when everything is arranged anew. */
  readonly arrangement: number;
}

export const OVERVIEW: PictureState = {
  top: FIRST_BUBBLES,
  roots: [],
  open: [],
  expansions: [],
  removed: [],
  without: [],
  leastBits: 0,
  lines: 'holding',
  ofFilter: false,
  hideOutside: false,
  arrangement: 0,
};

/** The picture of one operator with its accounts, or of one account. */
export function startFrom(seed: { readonly operator?: string; readonly account?: string }): PictureState {
  if (seed.operator !== undefined)
    return { ...OVERVIEW, top: 0, roots: [operatorNode(seed.operator)], open: [seed.operator] };
  if (seed.account !== undefined) return { ...OVERVIEW, top: 0, roots: [accountNode(seed.account)] };
  return OVERVIEW;
}

/** The picture of the accounts of the filter. */
export const FILTER_ACCOUNTS: PictureState = { ...OVERVIEW, top: 0, ofFilter: true };

const added = <T>(list: readonly T[], one: T): readonly T[] => (list.includes(one) ? list : [...list, one]);
const dropped = <T>(list: readonly T[], one: T): readonly T[] => list.filter((other) => other !== one);

/** Puts an operator or account into the picture, also one that was removed. */
export function withRoot(state: PictureState, id: NodeId): PictureState {
  return { ...state, roots: added(state.roots, id), removed: dropped(state.removed, id) };
}

export function opened(state: PictureState, operator: string): PictureState {
  return { ...withRoot(state, operatorNode(operator)), open: added(state.open, operator) };
}

export function expanded(state: PictureState, expansion: Expansion): PictureState {
  const others = state.expansions.filter(({ at, kind }) => at !== expansion.at || kind !== expansion.kind);
  const back = new Set(expansion.accounts.map(accountNode));
  return {
    ...state,
    expansions: [...others, expansion],
    removed: state.removed.filter((id) => !back.has(id) && id !== expansion.at),
  };
}

/** Whether there is anything to fold at a node. */
export function canFold(state: PictureState, id: NodeId): boolean {
  const ref = refOf(id);
  return (
    state.expansions.some(({ at }) => at === id) || ('operator' in ref && state.open.includes(ref.operator))
  );
}

/** Takes back what a node was expanded by; an operator becomes a bubble again. */
export function folded(state: PictureState, id: NodeId): PictureState {
  const ref = refOf(id);
  return {
    ...state,
    expansions: state.expansions.filter(({ at }) => at !== id),
    open: 'operator' in ref ? dropped(state.open, ref.operator) : state.open,
  };
}

/** Takes a node out of the picture, with what it was expanded by. */
export function removed(state: PictureState, id: NodeId): PictureState {
  const next = folded(state, id);
  return { ...next, roots: dropped(next.roots, id), removed: added(next.removed, id) };
}

export function toggledKind(state: PictureState, kind: string): PictureState {
  const { without } = state;
  return { ...state, without: without.includes(kind) ? dropped(without, kind) : [...without, kind].sort() };
}
