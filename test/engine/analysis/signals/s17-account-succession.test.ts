import { describe, expect, it } from 'vitest';
import { onsetsUs, stopsUs } from '../../../../electron/engine/analysis/signals/account-lives.ts';
import { accountSuccession } from '../../../../electron/engine/analysis/signals/s17-account-succession.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { at, operatorP } from './operator-p.ts';
import { type TinyRequest, tiny } from './tiny.ts';

/** Five requests a day on those days, from that hour on. */
const work = (account: string, from: number, to: number, hour = 0, template = 'T') =>
  Array.from(
    { length: 5 * (to - from) },
    (_, k): TinyRequest => ({ account, template, timeUs: at(from + Math.floor(k / 5), hour + (k % 5)) }),
  );
const banned = (account: string, timeUs: number) => ({ account, status: 'banned', statusChangedUs: timeUs });
/** Ten others, stopped late, with nobody after them. */
const others = Array.from({ length: 10 }, (_, i) => `o${i}`);
const late = others.map((account, i) => banned(account, at(12, i)));
const background = [...others.flatMap((account) => work(account, 0, 2, 0, 'U')), ...work('z', 0, 16, 0, 'U')];

describe('account succession', () => {
  it('counts hand-overs by hand', () => {
    const context = tiny(
      [...work('a', 0, 5), ...work('b', 5, 16, 7), ...work('c', 0, 9), ...work('d', 9, 16, 7), ...background],
      {
        records: [banned('a', at(5, 6)), banned('c', at(9, 6)), ...late],
        operators: [['a', 'b', 'c', 'd']],
      },
    );
    const found = accountSuccession.test?.(context, context.operators[0]);
    expect(found?.n).toBe(2);
    // Each stop would fall on one of the two followed times among twelve: a third of a stop is expected.
    expect(found?.value).toBeCloseTo((2 - 2 * (2 / 12)) / 2, 1);
    // Both: 2/12 * 1/11.
    expect(found?.p).toBeGreaterThan(0.004);
    expect(found?.p).toBeLessThan(0.035);
    expect(found?.detail).toMatch(
      /^2 of 2 stops are followed within two days by an account of like templates/,
    );
  });

  it('takes no account of other work for a successor', () => {
    const context = tiny([...work('a', 0, 5), ...work('b', 5, 16, 7, 'U'), ...background], {
      records: [banned('a', at(5, 6)), ...late],
      operators: [['a', 'b']],
    });
    expect(accountSuccession.test?.(context, context.operators[0])).toMatchObject({
      value: 0,
      p: 1,
      n: 1,
    });
  });

  it('knows stops by silence, and onsets by first requests and surges', () => {
    const context = tiny(
      [
        ...work('quiet', 0, 5),
        ...work('steady', 0, 16),
        // Silent for two and a half days at the end, as often before.
        ...[0, 4, 8, 13].flatMap((day) => work('now and then', day, day + 1)),
        ...work('new', 7, 16),
        ...work('surging', 0, 8),
        ...Array.from({ length: 8 }, () => work('surging', 8, 16)).flat(),
      ],
      { records: [{ account: 'steady', status: 'active' }] },
    );
    const [early, quiet, rare, steady, surging] = ['new', 'quiet', 'now and then', 'steady', 'surging'].map(
      (account) => context.data.accounts.indexOf(account),
    );
    expect(stopsUs(context)[quiet]).toBe(at(4, 4));
    for (const a of [early, rare, steady, surging]) expect(stopsUs(context)[a]).toBeNaN();
    expect(onsetsUs(context, early)).toEqual([at(7)]);
    expect(onsetsUs(context, surging)).toEqual([at(8)]);
    expect(onsetsUs(context, steady)).toEqual([]);
    expect(onsetsUs(context, quiet)).toEqual([]);
  });

  it('raises no more false alarms than stated when accounts stop and start at any time', () => {
    expectFalseAlarms(
      120,
      (rng) => {
        const requests = [...background];
        const records = others.map((account) => banned(account, at(rng.int(2, 14), rng.int(0, 23))));
        for (const account of ['a', 'b', 'c']) {
          requests.push(...work(account, 0, 2));
          records.push(banned(account, at(rng.int(2, 14), rng.int(0, 23))));
        }
        for (const account of ['d', 'e']) requests.push(...work(account, rng.int(3, 12), 15));
        return operatorP(
          accountSuccession,
          tiny(requests, { records, operators: [['a', 'b', 'c', 'd', 'e']] }),
        );
      },
      { conservative: true },
    );
  });

  it('says why it cannot be had', () => {
    expect(accountSuccession.disabled(tiny(background, { records: late }))).toBeNull();
    expect(accountSuccession.disabled(tiny(work('z', 0, 16)))).toBe(
      'No account stops within the time of the data.',
    );
    expect(accountSuccession.disabled(tiny(work('z', 0, 1)))).toMatch(/cover one day/);
  });
});
