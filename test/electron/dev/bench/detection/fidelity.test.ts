import { expect, it } from 'vitest';
import { isExplained, topReasons } from '../../../../../electron/dev/bench/detection/fidelity.ts';
import type { AccountScore, OperatorResult, SignalId } from '../../../../../shared/contract/analysis.ts';

const signals = (bits: Readonly<Partial<Record<SignalId, number>>>) =>
  Object.entries(bits).map(([id, own]) => ({ id, bits: own }));

it('reads the three signals with most bits, of the account or its operator, each once', () => {
  const account = { signals: signals({ S1: 3, S7: 1, S8: 0.5, S9: -1 }) } as unknown as AccountScore;
  const operator = { signals: signals({ S1: 1, S16: 8 }) } as unknown as OperatorResult;
  expect(topReasons(account, operator)).toEqual(['S16', 'S1', 'S7']);
  expect(topReasons(account, undefined)).toEqual(['S1', 'S7', 'S8']);
});

it('is explained by any planted mechanism that a signal shows', () => {
  expect(isExplained(['S16', 'S8'], ['decoy_traffic', 'complementary_sharding'])).toBe(true);
  expect(isExplained(['S16', 'S8'], ['decoy_traffic', 'succession'])).toBe(false);
  expect(isExplained([], ['succession'])).toBe(false);
});
