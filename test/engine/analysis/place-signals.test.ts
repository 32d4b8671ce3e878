import { expect, test } from 'vitest';
import { buildCohorts, NO_CHOICES } from '../../../electron/engine/analysis/cohorts.ts';
import { placeSignal } from '../../../electron/engine/analysis/place-signals.ts';
import { buildReferenceCohorts } from '../../../electron/engine/analysis/reference-cohorts.ts';
import type { Signal, SignalContext } from '../../../electron/engine/analysis/signals/signal.ts';
import type { SignalId } from '../../../shared/contract/analysis.ts';

/** Two accounts under examination, and forty of a reference whose values are 1 to 40. */
const VALUES = [30, 500, ...Array.from({ length: 40 }, (_, i) => i + 1)];
const TRAITS = VALUES.map(() => ({ plan: 'pro', endpoint: '', declaredUse: '', requests: 100 }));
const NAME = 'reference: plan pro, endpoint not stated, declared use not stated, 64 to 255 requests';

function place(id: SignalId, values: readonly number[] = VALUES) {
  const contextOf = (accounts: number, cohorts: SignalContext['cohorts']) =>
    ({
      data: { accounts: TRAITS.slice(0, accounts).map((_, a) => `ac_${a}`) },
      cohorts,
    }) as unknown as SignalContext;
  const signal = {
    id,
    direction: 'high',
    accounts: ({ data }: SignalContext) => ({
      values: Float64Array.from(values.slice(0, data.accounts.length)),
      n: new Uint32Array(data.accounts.length).fill(100),
      detail: () => 'seen',
    }),
  } as unknown as Signal;
  const among = buildCohorts(TRAITS.slice(0, 2));
  const found = buildReferenceCohorts(TRAITS, among, NO_CHOICES);
  if (!found) throw new Error('forty accounts are enough');
  const placed = placeSignal(signal, {
    examined: contextOf(2, among),
    reference: { context: contextOf(42, found.cohorts), fits: found.fits, leastMembers: 30 },
  });
  return placed?.values ?? [];
}

test('the place of a value is counted among the accounts of the reference', () => {
  const [one, other] = place('S1');
  // 29 of 40 lie below, one is equal and counts half: 29.5 of 40. Eleven lie as far out, of 41 with the account itself.
  expect(one).toMatchObject({ percentile: 73.75, cohort: `40 accounts: ${NAME}` });
  expect(one?.bits).toBeCloseTo(-Math.log2(12 / 41) - 1, 12);
  // None lies as far out: 1 of 41, which is more than four bits.
  expect(other).toMatchObject({ percentile: 100, bits: 4 });
});

test('a signal that ties an account to others is compared among those under examination', () => {
  const [one, other] = place('S13');
  expect(one).toMatchObject({ percentile: 25, cohort: '2 accounts: all accounts' });
  expect(other).toMatchObject({ percentile: 75 });
});

test('where too few accounts of the reference carry a signal, those under examination are the cohort', () => {
  const carried = VALUES.map((value, a) => (a >= 2 + 29 ? Number.NaN : value));
  expect(place('S1', carried)[0]).toMatchObject({ cohort: '2 accounts: all accounts', percentile: 25 });
  const enough = VALUES.map((value, a) => (a >= 2 + 30 ? Number.NaN : value));
  // 29 of 30 below and one equal.
  expect(place('S1', enough)[0]).toMatchObject({
    cohort: `30 accounts: ${NAME}`,
    percentile: (100 * 29.5) / 30,
  });
});
