import { describe, expect, it } from 'vitest';
import { parameterFingerprint } from '../../../../electron/engine/analysis/signals/s10-parameter-fingerprint.ts';
import { expectFalseAlarms } from '../coordination/false-alarms.ts';
import { operatorP } from './operator-p.ts';
import { tiny } from './tiny.ts';

const set = { temperature: 0.7, maxTokens: 333, toolsHash: 't1' };
const context = tiny(
  [
    { account: 'a', ...set },
    { account: 'a', ...set },
    { account: 'a', ...set },
    { account: 'a', ...set, temperature: 0 },
    { account: 'b', ...set },
    { account: 'c', maxTokens: 333 },
    { account: 'd' },
  ],
  { operators: [['a', 'b']] },
);

describe('parameter fingerprint', () => {
  it('has rarity and entropy by hand', () => {
    const found = parameterFingerprint.accounts?.(context);
    // Three customers set parameters; two send the shared combination.
    expect(found?.values[0]).toBeCloseTo(Math.log2(3 / 2), 12);
    expect(found?.values[1]).toBeCloseTo(Math.log2(3 / 2), 12);
    expect(found?.values[2]).toBe(0);
    expect(found?.values[3]).toBeNaN();
    expect(Array.from(found?.n ?? [])).toEqual([4, 1, 1, 0]);
    // Shares 3/4 and 1/4: 0.81 bits.
    expect(found?.detail(0)).toBe(
      '2 combinations in 4 requests, entropy 0.8 bits; 3 requests with temperature 0.7, max_tokens 333, tools t1, which 2 customers of 3 send.',
    );
  });

  it('tells apart combinations that differ in one parameter, a set 0 among them', () => {
    const found = parameterFingerprint.accounts?.(
      tiny([
        { account: 'a', temperature: 0 },
        { account: 'b', temperature: 0, systemHash: 's' },
        { account: 'c', systemHash: 's' },
      ]),
    );
    expect(Array.from(found?.values ?? [])).toEqual([0, 0, 0]);
  });

  it('weighs what half of an operator sends by how few outside do', () => {
    const found = parameterFingerprint.operator?.(context, context.operators[0]);
    // Nobody of the one outside: 1 / 2.
    expect(found).toMatchObject({ value: 1, bits: 1, n: 2 });
  });

  it('raises no more false alarms than stated among accounts that set what they like', () => {
    expectFalseAlarms(
      200,
      (rng) => {
        const requests = Array.from({ length: 120 }, (_, i) => ({
          account: `a${i % 40}`,
          temperature: rng.int(0, 5) / 10,
          maxTokens: 2 ** rng.int(8, 12),
        }));
        return operatorP(parameterFingerprint, tiny(requests, { operators: [['a0', 'a1', 'a2']] }));
      },
      { conservative: true },
    );
  });

  it('says why it cannot be had', () => {
    expect(parameterFingerprint.disabled(context)).toBeNull();
    expect(parameterFingerprint.disabled(tiny([{ account: 'a' }]))).toMatch(/^The requests carry neither/);
  });
});
