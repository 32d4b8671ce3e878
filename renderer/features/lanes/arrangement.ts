/** How the lanes are laid out: nothing of it changes what is in the case. */
export interface Arrangement {
  readonly sort: LaneSort;
  readonly group: LaneGroup;
  /** Accounts on top of all others, in the order they were pinned. */
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
}

export const LANE_SORTS = ['first seen', 'last seen', 'volume', 'similarity', 'account'] as const;
export type LaneSort = (typeof LANE_SORTS)[number];
export const LANE_GROUPS = ['none', 'operator', 'organisation', 'plan'] as const;
export type LaneGroup = (typeof LANE_GROUPS)[number];

export const PLAIN: Arrangement = { sort: 'first seen', group: 'none', pinned: [], hidden: [] };

/** An arrangement with those before and after it. */
export interface Arranged {
  readonly now: Arrangement;
  readonly past: readonly Arrangement[];
  readonly future: readonly Arrangement[];
}

export type ArrangeAct =
  | { readonly act: 'change'; readonly to: Partial<Arrangement> }
  /** Pins an account, or lets it go. */
  | { readonly act: 'pin'; readonly account: string }
  | { readonly act: 'hide'; readonly account: string }
  | { readonly act: 'show all' }
  | { readonly act: 'reset' }
  | { readonly act: 'undo' }
  | { readonly act: 'redo' };

const LONGEST = 100;

export const startArranged = (): Arranged => ({ now: PLAIN, past: [], future: [] });

/** What an act makes of an arrangement; every act but undo and redo can be taken back, resetting too. */
export function arrange(state: Arranged, act: ArrangeAct): Arranged {
  const { now, past, future } = state;
  switch (act.act) {
    case 'undo':
      return past.length === 0
        ? state
        : { now: past[past.length - 1], past: past.slice(0, -1), future: [now, ...future] };
    case 'redo':
      return future.length === 0 ? state : { now: future[0], past: [...past, now], future: future.slice(1) };
    default: {
      const next = changed(now, act);
      return next === now ? state : { now: next, past: [...past, now].slice(-LONGEST), future: [] };
    }
  }
}

function changed(now: Arrangement, act: Exclude<ArrangeAct, { act: 'undo' | 'redo' }>): Arrangement {
  switch (act.act) {
    case 'change': {
      const keys = Object.keys(act.to) as (keyof Arrangement)[];
      return keys.every((key) => now[key] === act.to[key]) ? now : { ...now, ...act.to };
    }
    case 'pin':
      return {
        ...now,
        pinned: now.pinned.includes(act.account)
          ? now.pinned.filter((one) => one !== act.account)
          : [...now.pinned, act.account],
      };
    case 'hide':
      return now.hidden.includes(act.account) ? now : { ...now, hidden: [...now.hidden, act.account] };
    case 'show all':
      return now.hidden.length === 0 ? now : { ...now, hidden: [] };
    case 'reset':
      return isPlain(now) ? now : PLAIN;
  }
}

export function isPlain({ sort, group, pinned, hidden }: Arrangement): boolean {
  return sort === PLAIN.sort && group === PLAIN.group && pinned.length === 0 && hidden.length === 0;
}
