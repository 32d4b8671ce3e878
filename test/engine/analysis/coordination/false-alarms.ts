import { expect } from 'vitest';
import { Rng } from '../../../../electron/engine/rng.ts';

/**
 * Runs a test on that many worlds without an effect and expects p <= 5 % no more often than 5 % plus three standard
 * errors, and for tests that are not conservative no less often than 5 % minus three.
 */
export function expectFalseAlarms(
  worlds: number,
  test: (rng: Rng) => number | undefined,
  { conservative = false }: { conservative?: boolean } = {},
): void {
  let alarms = 0;
  for (let world = 0; world < worlds; world++) {
    const p = test(new Rng(1000 + world));
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThanOrEqual(1);
    if ((p as number) <= 0.05) alarms++;
  }
  const error = 3 * Math.sqrt((0.05 * 0.95) / worlds);
  expect(alarms / worlds).toBeLessThanOrEqual(0.05 + error);
  if (!conservative) expect(alarms / worlds).toBeGreaterThanOrEqual(0.05 - error);
}
