import { type MemberSpread, type SignalValue, SPREAD_BINS } from '../../../shared/contract/analysis.ts';
import type { Database } from '../case/database.ts';

/**
 * How the accounts of an operator lie among those each is compared with, in the signal that adds the operator most
 * bits of those that its accounts carry by themselves; null where none of these adds any.
 * @param titles of signals by id
 */
export function spreadReader(
  db: Database,
  titles: ReadonlyMap<string, string>,
): (accounts: readonly string[], signals: readonly SignalValue[]) => MemberSpread | null {
  // By the accounts, which are the key of the table, so that it is not read through.
  const placed = db
    .prepare(
      `SELECT s.value ->> '$.percentile'
       FROM analysis_account a, json_each(a.body, '$.signals') s
       WHERE a.account IN (SELECT value FROM json_each(@accounts))
         AND s.value ->> '$.id' = @id AND s.value ->> '$.percentile' IS NOT NULL`,
    )
    .pluck();
  return (accounts, signals) => {
    const members = JSON.stringify(accounts);
    for (const { id, bits, detail } of signals.toSorted((one, other) => other.bits - one.bits)) {
      if (bits <= 0) return null;
      const percentiles = placed.all({ accounts: members, id }) as number[];
      if (percentiles.length === 0) continue;
      return { id, title: titles.get(id) ?? id, detail, bins: binsOf(percentiles) };
    }
    return null;
  };
}

/** @param percentiles 0 to 100; 100 lies in the last bin */
function binsOf(percentiles: readonly number[]): number[] {
  const bins = new Array<number>(SPREAD_BINS).fill(0);
  for (const percentile of percentiles)
    bins[Math.min(SPREAD_BINS - 1, Math.floor((percentile / 100) * SPREAD_BINS))]++;
  return bins;
}
