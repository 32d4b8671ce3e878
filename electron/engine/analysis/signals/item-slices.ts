import type { ItemSets } from '../coordination/item-sets.ts';
import type { SignalContext } from './signal.ts';

/** What each account asks about in the requests that follow a template, each item once an account. */
export function itemsOf({ data, digests }: SignalContext, accounts: Uint32Array, template: number): ItemSets {
  const from = new Uint32Array(accounts.length + 1);
  const items: number[] = [];
  accounts.forEach((a, k) => {
    const own = new Set<number>();
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      if (digests.template[i] === template && data.prompt[i] > 0) own.add(digests.item[data.prompt[i]]);
    }
    items.push(...own);
    from[k + 1] = items.length;
  });
  return { from, items: Uint32Array.from(items) };
}

/** The accounts of both, one after the other. */
export function joined(one: ItemSets, other: ItemSets): ItemSets {
  const items = new Uint32Array(one.items.length + other.items.length);
  items.set(one.items);
  items.set(other.items, one.items.length);
  return {
    from: Uint32Array.from([...one.from, ...other.from.slice(1).map((at) => at + one.items.length)]),
    items,
  };
}

/** Sessions of some accounts and the topic of each: that of its first request that has one. */
export interface SessionCells {
  readonly account: Uint32Array;
  /** The topic, from 0. */
  readonly cell: Uint32Array;
}

const MOST_SESSIONS = 20;

/** At most 20 sessions an account, evenly over time; requests without a session are one each. */
export function sessionCells(
  { data, digests, topics }: SignalContext,
  accounts: Uint32Array,
  template: number,
): SessionCells {
  const account: number[] = [];
  const cell: number[] = [];
  accounts.forEach((a, k) => {
    const seen = new Set<number>();
    const cells: number[] = [];
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      if (template > 0 && digests.template[i] !== template) continue;
      const topic = topics.topic[i];
      if (topic === 0) continue;
      if (data.session[i] > 0) {
        if (seen.has(data.session[i])) continue;
        seen.add(data.session[i]);
      }
      cells.push(topic - 1);
    }
    const kept = Math.min(MOST_SESSIONS, cells.length);
    for (let s = 0; s < kept; s++) {
      account.push(k);
      cell.push(cells[Math.floor((s * cells.length) / kept)]);
    }
  });
  return {
    account: Uint32Array.from(account),
    cell: Uint32Array.from(cell),
  };
}
