import { type TimeRange, viewLimits } from '../../../renderer/draw/time-scale.ts';
import { zoneSpans } from '../../../renderer/draw/zone-spans.ts';
import { createBinCache, totalRequests } from '../../../renderer/features/timeline/bins.ts';
import type { Scene } from '../../../renderer/features/timeline/scene.ts';
import { coveredRange, modelRows } from '../../../renderer/features/timeline/single.ts';
import { type Activity, BIN_US, type RequestColumns } from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';

export const HOUR_US = 3_600_000_000;
export const utc = (text: string) => Date.parse(text) * 1000;

export interface FakeRequest {
  readonly us: number;
  readonly model?: string;
  readonly failed?: boolean;
}

export function activityOf(requests: readonly FakeRequest[]): Activity {
  const bins = new Map<number, [number, number]>();
  for (const { us, failed } of requests) {
    const sums = bins.get(Math.floor(us / BIN_US)) ?? [0, 0];
    sums[0]++;
    if (failed) sums[1]++;
    bins.set(Math.floor(us / BIN_US), sums);
  }
  const keys = [...bins.keys()].sort((a, b) => a - b);
  return {
    bin: Int32Array.from(keys),
    requests: Uint32Array.from(keys, (key) => bins.get(key)![0]),
    failed: Uint32Array.from(keys, (key) => bins.get(key)![1]),
    inputTokens: Float64Array.from(keys, (key) => bins.get(key)![0] * 100),
    outputTokens: Float64Array.from(keys, (key) => bins.get(key)![0] * 40),
  };
}

export function columnsOf(requests: readonly FakeRequest[], truncated = false): RequestColumns {
  const sorted = [...requests].sort((a, b) => a.us - b.us);
  const dictionary = ['', '200', '500'];
  const intern = (text: string) => {
    const at = dictionary.indexOf(text);
    return at >= 0 ? at : dictionary.push(text) - 1;
  };
  return {
    timeUs: Float64Array.from(sorted, ({ us }) => us),
    inputTokens: new Float64Array(sorted.length).fill(100),
    outputTokens: new Float64Array(sorted.length).fill(Number.NaN),
    latencyMs: new Float64Array(sorted.length).fill(Number.NaN),
    model: Uint32Array.from(sorted, ({ model }) => intern(model ?? '')),
    status: Uint32Array.from(sorted, ({ failed }) => (failed ? 2 : 1)),
    failed: Uint8Array.from(sorted, ({ failed }) => (failed ? 1 : 0)),
    source: new Uint16Array(sorted.length),
    row: Uint32Array.from(sorted, (_, i) => i + 1),
    template: new Uint16Array(sorted.length),
    templates: null,
    matches: null,
    dictionary,
    sources: ['0'.repeat(64)],
    truncated,
  };
}

/** A scene of the given requests; `loadedRange` makes those in it available one by one. */
export function sceneOf(
  requests: readonly FakeRequest[],
  zoneName = 'UTC',
  loadedRange: TimeRange | null = null,
): Scene {
  const times = requests.map(({ us }) => us);
  const limits = viewLimits({ fromUs: Math.min(...times), toUs: Math.max(...times) + 1 });
  const spans = zoneSpans(zoneOf(zoneName), limits.fromUs, limits.toUs);
  const activity = activityOf(requests);
  const inside =
    loadedRange && requests.filter(({ us }) => us >= loadedRange.fromUs && us < loadedRange.toUs);
  const columns = inside && columnsOf(inside);
  return {
    activity,
    total: totalRequests(activity),
    bins: createBinCache(activity, spans),
    loaded:
      columns && loadedRange
        ? { columns, rows: modelRows(columns), covered: coveredRange(columns, loadedRange) }
        : null,
    hasSingle: true,
    spans,
    limits,
    marks: [],
    committed: null,
    measure: 'requests',
    spacing: 'square root',
  };
}
