import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';

/** 2026-04-01 00:00 UTC. */
export const START_US = Date.UTC(2026, 3, 1) * 1000;
export const DAY_US = 86_400_000_000;

/** Repeatable pseudo-random numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Activity over some days: busy by day or around the clock. */
export function activity(seed: number, firstDay: number, days: number, allNight: boolean): Activity {
  const next = random(seed);
  const rows: number[][] = [];
  const firstBin = (START_US + firstDay * DAY_US) / BIN_US;
  for (let bin = 0; bin < days * 96; bin += 1) {
    const hour = (bin % 96) / 4;
    const level = allNight ? 6 : Math.max(0, Math.sin(((hour - 6) / 13) * Math.PI)) * 8;
    const requests = Math.floor(next() * level * (next() < 0.05 ? 4 : 1));
    if (requests > 0)
      rows.push([
        firstBin + bin,
        requests,
        Math.floor(requests * next() * 0.3),
        requests * 900,
        requests * 350,
      ]);
  }
  const column = (index: number) => rows.map((row) => row[index]);
  return {
    bin: Int32Array.from(column(0)),
    requests: Uint32Array.from(column(1)),
    failed: Uint32Array.from(column(2)),
    inputTokens: Float64Array.from(column(3)),
    outputTokens: Float64Array.from(column(4)),
  };
}
