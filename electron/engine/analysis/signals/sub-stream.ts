import { binCounts, HOUR_US } from '../coordination/bin-counts.ts';
import type { IdentifierList } from '../links/identifier-list.ts';
import { listOfRequests } from '../links/identifier-list.ts';
import { perContext } from './per-context.ts';
import type { SignalContext } from './signal.ts';
import type { TimeWindow } from './time-window.ts';

/** Fewer requests make no series. */
const LEAST_REQUESTS = 50;
/** Hours of longer data are looked at in their last days only. */
const MOST_DAYS = 92;

/** The accounts that use each template, all templates. */
export const templateUsers = perContext(
  ({ data, digests }: SignalContext): IdentifierList =>
    listOfRequests('template', digests.template, digests.templates.length, data.account),
);

/**
 * The template, as its code, that a group's common work goes by: the one with most requests among those that at least
 * half of the accounts use, 50 requests at least. 0 where there is none: then all traffic is the group's work.
 */
export function commonTemplate({ data, digests }: SignalContext, members: Uint32Array): number {
  const users = new Map<number, { accounts: number; last: number; requests: number }>();
  for (const a of members) {
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      const template = digests.template[i];
      if (template === 0) continue;
      let user = users.get(template);
      if (!user) {
        user = { accounts: 0, last: -1, requests: 0 };
        users.set(template, user);
      }
      if (user.last !== a) user.accounts++;
      user.last = a;
      user.requests++;
    }
  }
  let best = 0;
  let most = LEAST_REQUESTS - 1;
  for (const [template, { accounts, requests }] of users) {
    if (accounts < Math.max(2, members.length / 2)) continue;
    if (requests > most || (requests === most && template < best)) {
      best = template;
      most = requests;
    }
  }
  return best;
}

/** The accounts outside a group that use its template. */
export function outsideUsers(context: SignalContext, members: Uint32Array, template: number): Uint32Array {
  const { from, accounts } = templateUsers(context);
  const own = new Set(members);
  return accounts.subarray(from[template - 1], from[template]).filter((a) => !own.has(a));
}

/** Requests of each account in each hour of the window, of one template or (0) of all. */
export function hourlyCounts(
  { data, digests }: SignalContext,
  accounts: Iterable<number>,
  template: number,
  window: TimeWindow,
): Float64Array[] {
  const days = Math.min(MOST_DAYS, window.days);
  const fromUs = window.toUs - days * 24 * HOUR_US;
  return Array.from(accounts, (a) => {
    const times: number[] = [];
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      if (template === 0 || digests.template[i] === template) times.push(data.timeUs[i]);
    }
    return binCounts(times, fromUs, HOUR_US, 24 * days);
  });
}
