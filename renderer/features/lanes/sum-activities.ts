import type { Activity } from '../../../shared/contract/timeline.ts';

/** The sum of several activities, quarter hour by quarter hour. O(n log n) in their bins. */
export function sumActivities(parts: readonly Activity[]): Activity {
  const all = new Int32Array(parts.reduce((sum, { bin }) => sum + bin.length, 0));
  let at = 0;
  for (const { bin } of parts) {
    all.set(bin, at);
    at += bin.length;
  }
  all.sort();
  const bin = all.filter((number, i) => i === 0 || number !== all[i - 1]);
  const place = new Map<number, number>();
  bin.forEach((number, i) => {
    place.set(number, i);
  });
  const sum = {
    bin,
    requests: new Uint32Array(bin.length),
    failed: new Uint32Array(bin.length),
    inputTokens: new Float64Array(bin.length),
    outputTokens: new Float64Array(bin.length),
  };
  for (const part of parts) {
    for (let i = 0; i < part.bin.length; i++) {
      const to = place.get(part.bin[i]) as number;
      sum.requests[to] += part.requests[i];
      sum.failed[to] += part.failed[i];
      sum.inputTokens[to] += part.inputTokens[i];
      sum.outputTokens[to] += part.outputTokens[i];
    }
  }
  return sum;
}
