import { BIN_US } from '../../../../../shared/contract/timeline.ts';
import { allTotals } from '../../../accounts/totals.ts';
import type { Database } from '../../../case/database.ts';
import { activityReader } from '../../../timeline/activity.ts';
import { monthOf } from '../entities/seen-values.ts';
import { byText } from '../order.ts';
import type { StixFrame } from './frame.ts';
import type { Observables } from './observables.ts';
import { type StixObject, stixTime } from './stix-object.ts';

/** Most that the standard lets an object say it stands for. */
const MOST_OBSERVED = 999_999_999;

/**
 * Of each account one object for each month of the UTC calendar in which it has requests, not one a request: how many,
 * from when to when to the quarter hour, and what they carry.
 */
export function* observedData(
  db: Database,
  frame: StixFrame,
  observables: Observables,
): Generator<StixObject> {
  const activityOf = activityReader(db);
  const all = [...allTotals(db)].sort((one, other) => byText(one.account, other.account));
  for (const { id, account, firstUs, lastUs } of all) {
    const known = observables.accounts.get(account);
    if (!known || firstUs === null || lastUs === null) continue;
    const months = new Map<number, { fromUs: number; toUs: number; requests: number }>();
    const { bin, requests } = activityOf(id);
    bin.forEach((number, at) => {
      const fromUs = number * BIN_US;
      const month = monthOf(fromUs);
      const own = months.get(month) ?? { fromUs, toUs: fromUs, requests: 0 };
      months.set(month, { fromUs: own.fromUs, toUs: fromUs + BIN_US, requests: own.requests + requests[at] });
    });
    for (const [month, { fromUs, toUs, requests: seen }] of months)
      if (seen > 0)
        yield frame.object('observed-data', [account, month], {
          first_observed: stixTime(Math.max(fromUs, firstUs)),
          last_observed: stixTime(Math.min(toUs, lastUs)),
          number_observed: Math.min(seen, MOST_OBSERVED),
          object_refs: [known.id, ...observables.carried(id, month)],
        });
  }
}
