import { perContext } from './per-context.ts';
import type { SignalContext } from './signal.ts';

/** Signals that follow traffic hour by hour look at so many operators, and at so many accounts of each. */
const MOST_OPERATORS = 60;
const MOST_ACCOUNTS = 100;

const busyOperators = perContext(({ data, operators }: SignalContext): ReadonlySet<number> => {
  const requests = operators.map((members) =>
    members.reduce((sum, a) => sum + data.from[a + 1] - data.from[a], 0),
  );
  const order = operators.map((_, o) => o);
  order.sort((one, other) => requests[other] - requests[one] || one - other);
  return new Set(order.slice(0, MOST_OPERATORS));
});

/** Whether accounts are one of the 60 operators with most requests. */
export function isBusyOperator(context: SignalContext, members: Uint32Array): boolean {
  return busyOperators(context).has(context.operatorOf[members[0]]);
}

/** The 100 accounts with most requests, ascending. */
export function busiestAccounts({ data }: SignalContext, members: Uint32Array): Uint32Array {
  if (members.length <= MOST_ACCOUNTS) return members;
  const requests = (a: number) => data.from[a + 1] - data.from[a];
  return Uint32Array.from(
    [...members].sort((one, other) => requests(other) - requests(one) || one - other).slice(0, MOST_ACCOUNTS),
  ).sort();
}
