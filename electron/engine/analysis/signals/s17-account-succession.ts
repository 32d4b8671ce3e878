import { DAY_US } from '../coordination/bin-counts.ts';
import { cosine, type SparseRows } from '../coordination/cosine.ts';
import { succession } from '../coordination/succession.ts';
import { onsetsUs, stopsUs } from './account-lives.ts';
import { busiestAccounts } from './busiest.ts';
import { pText } from './evidence-words.ts';
import { operatorRng } from './operator-rng.ts';
import type { Signal, SignalContext } from './signal.ts';
import { tooShort } from './time-window.ts';
import { counted } from './words.ts';

const LEAST_DAYS = 4;
const WITHIN_US = 2 * DAY_US;
const LEAST_COSINE = 0.8;

export const accountSuccession: Signal = {
  id: 'S17',
  title: 'Account succession',
  family: 'coordination',
  measures:
    'Stops of the operator’s accounts (by status, or silence three times as long as ever before and two days at least) that are followed within two days by another of its accounts that begins or rises to three times its requests with like templates (cosine above 0.8), less those expected, over all its stops; p gives the stops the times of other stops of the platform.',
  unit: 'share of stops',
  direction: 'high',
  innocent: [
    'A seat passes from one employee to the next, or a contractor’s account is closed and a new one opened.',
    'A firm rotates its accounts or keys on a schedule, as security rules ask.',
    'A customer who lost access to an account opens another to go on with the same work.',
  ],
  disabled(context) {
    const short = tooShort(context, LEAST_DAYS);
    if (short) return short;
    if (context.digests.templates.length === 0)
      return 'No template was found, so it cannot be told whether two accounts do like work.';
    return stopsUs(context).some((timeUs) => !Number.isNaN(timeUs))
      ? null
      : 'No account stops within the time of the data.';
  },
  test(context, members) {
    const all = stopsUs(context);
    const accounts = busiestAccounts(context, members);
    const stops = Array.from(accounts, (account) => ({ account, timeUs: all[account] })).filter(
      ({ timeUs }) => !Number.isNaN(timeUs),
    );
    if (stops.length === 0) return undefined;
    const onsets = Array.from(accounts).flatMap((account) =>
      onsetsUs(context, account).map((timeUs) => ({ account, timeUs })),
    );
    const work = templateCounts(context, accounts);
    const row = new Map(Array.from(accounts, (account, k) => [account, k]));
    const at = (account: number) => row.get(account) ?? 0;
    const found = succession(
      {
        stops,
        onsets,
        withinUs: WITHIN_US,
        cohortStopsUs: all.filter((timeUs) => !Number.isNaN(timeUs)),
        alike: (one, other) => cosine(work, at(one), at(other)) > LEAST_COSINE,
      },
      operatorRng(context, 'S17', members),
    );
    const chain =
      found.chainLength > 2 ? ` The longest chain has ${counted(found.chainLength, 'account')}.` : '';
    return {
      value: Math.max(0, found.followed - found.expected) / stops.length,
      n: stops.length,
      p: found.followed > found.expected ? found.p : 1,
      detail: `${found.followed} of ${counted(stops.length, 'stop')} ${found.followed === 1 ? 'is' : 'are'} followed within two days by an account of like templates; ${found.expected.toFixed(1)} would be at the times of other stops (${pText(found.p)}).${chain}`,
    };
  },
};

/** Requests of each account by template, as sparse rows. */
function templateCounts({ data, digests }: SignalContext, accounts: Uint32Array): SparseRows {
  const from = new Uint32Array(accounts.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  accounts.forEach((a, k) => {
    const counts = new Map<number, number>();
    for (let i = data.from[a]; i < data.from[a + 1]; i++) {
      const template = digests.template[i];
      if (template > 0) counts.set(template, (counts.get(template) ?? 0) + 1);
    }
    for (const [template, requests] of [...counts].sort(([one], [other]) => one - other)) {
      columns.push(template);
      values.push(requests);
    }
    from[k + 1] = columns.length;
  });
  return { from, columns: Uint32Array.from(columns), values: Float64Array.from(values) };
}
