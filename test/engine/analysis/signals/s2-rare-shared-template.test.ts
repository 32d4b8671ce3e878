import { describe, expect, it } from 'vitest';
import { rareSharedTemplate } from '../../../../electron/engine/analysis/signals/s2-rare-shared-template.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { operatorP } from './operator-p.ts';
import { tiny } from './tiny.ts';

const context = tiny(
  [
    { account: 'a', organization: 'x', template: 'T' },
    { account: 'a', organization: 'x', template: 'T' },
    { account: 'b', organization: 'y', template: 'T' },
    { account: 'c', organization: 'z', template: 'U' },
    { account: 'd', organization: 'z', template: 'U' },
    { account: 'e', template: 'V' },
    { account: 'e', template: 'course sheet' },
    { account: 'f', template: 'course sheet' },
    { account: 'f', template: 'short' },
    { account: 'a', organization: 'x', template: 'short' },
  ],
  {
    records: [{ account: 'quiet' }],
    operators: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    templates: { 'course sheet': { verbatim: true }, short: { fixedWords: 4 } },
  },
);

describe('rare shared template', () => {
  it('counts customers, not accounts, and only templates that another customer uses', () => {
    const found = rareSharedTemplate.accounts?.(context);
    // Customers with telling templates: x, y, z, e. Two of the four use T; U stays in one organisation.
    expect(Array.from(found?.values ?? [])).toEqual([1, 1, 0, 0, 0, 0, Number.NaN]);
    expect(Array.from(found?.n ?? [])).toEqual([3, 1, 1, 1, 2, 2, 0]);
    expect(found?.detail(0)).toBe(
      '2 requests of 3 follow template T (8 fixed words), which 2 customers of 4 with templates use.',
    );
    expect(found?.detail(2)).toBe('No template of the account is used by another customer.');
  });

  it('weighs what half of an operator shares by how few outside have it', () => {
    const shared = rareSharedTemplate.operator?.(context, context.operators[0]);
    // Nobody of the two outside: (0 + 1) / (2 + 1).
    expect(shared?.value).toBeCloseTo(Math.log2(3), 12);
    expect(shared?.bits).toBeCloseTo(Math.log2(3), 12);
    expect(shared?.n).toBe(2);
    const oneCustomer = rareSharedTemplate.operator?.(context, context.operators[1]);
    expect(oneCustomer).toMatchObject({ value: 0, bits: 0, n: 2 });
  });

  it('raises no more false alarms than stated among accounts that take templates as they come', () => {
    expectFalseAlarms(
      200,
      (rng) => {
        const requests = Array.from({ length: 120 }, (_, i) => ({
          account: `a${i % 40}`,
          template: `t${rng.int(0, 30)}`,
        }));
        return operatorP(rareSharedTemplate, tiny(requests, { operators: [['a0', 'a1', 'a2']] }));
      },
      { conservative: true },
    );
  });

  it('says why it cannot be had', () => {
    expect(rareSharedTemplate.disabled(context)).toBeNull();
    expect(rareSharedTemplate.disabled(tiny([{ account: 'a' }]))).toMatch(/^No template was found/);
  });
});
