import { MOST_SESSION_BARS, type Sessions } from '../../../shared/contract/bands.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';
import type { SessionSpans } from './session-spans.ts';
import { stepOfBin } from './step-of.ts';

/** Sessions under way in each step, and those that touch any as bars where they are few enough. */
export function countSessions(spans: SessionSpans, edges: readonly number[]): Sessions {
  const { firstUs, lastUs, requests, ofRequests } = spans;
  const steps = edges.length - 1;
  const from = edges[0] * BIN_US;
  const to = edges[steps] * BIN_US;
  // Where sessions begin and end being under way; summed up they are the counts.
  const change = new Float64Array(steps + 1);
  const begun = new Float64Array(steps);
  const touching: number[] = [];
  let count = 0;
  for (let i = 0; i < firstUs.length && firstUs[i] < to; i++) {
    if (lastUs[i] < from) continue;
    const step = stepOf(edges, Math.max(firstUs[i], from));
    change[step]++;
    if (firstUs[i] >= from) begun[step]++;
    change[lastUs[i] < to ? stepOf(edges, lastUs[i]) + 1 : steps]--;
    if (++count <= MOST_SESSION_BARS) touching.push(i);
  }
  const underWay = new Float64Array(steps);
  for (let s = 0, sum = 0; s < steps; s++) {
    sum += change[s];
    underWay[s] = sum;
  }
  const column = (values: Float64Array) => Float64Array.from(touching, (i) => values[i]);
  return {
    sessions: firstUs.length,
    requests: requests.reduce((sum, n) => sum + n, 0),
    ofRequests,
    underWay,
    begun,
    bars:
      count > MOST_SESSION_BARS
        ? null
        : { fromUs: column(firstUs), toUs: column(lastUs), requests: column(requests) },
  };
}

/** The step of a time within the edges. */
function stepOf(edges: readonly number[], us: number): number {
  return stepOfBin(edges, Math.floor(us / BIN_US));
}
