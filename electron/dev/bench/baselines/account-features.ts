import type { Dataset } from '../../../engine/analysis/dataset.ts';

const DAY_US = 86_400_000_000;

/** One simple number an account, all accounts of the data set; 0 for an account without requests. */
export type AccountFeature = (rows: AccountRows) => number;

/** The rows of one account, `from` to `to`. */
export interface AccountRows {
  readonly data: Dataset;
  readonly from: number;
  readonly to: number;
}

const count = ({ from, to }: AccountRows) => to - from;

function mean(column: ArrayLike<number>, { from, to }: AccountRows): number {
  let sum = 0;
  let n = 0;
  for (let at = from; at < to; at++) {
    if (Number.isNaN(column[at]!)) continue;
    sum += column[at]!;
    n++;
  }
  return n === 0 ? -1 : sum / n;
}

function total(column: ArrayLike<number>, { from, to }: AccountRows): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += column[at]! || 0;
  return sum;
}

function distinct(column: ArrayLike<number>, { from, to }: AccountRows): number {
  const seen = new Set<number>();
  for (let at = from; at < to; at++) seen.add(column[at]!);
  return seen.size;
}

function share(rows: AccountRows, test: (at: number) => boolean): number {
  let hits = 0;
  for (let at = rows.from; at < rows.to; at++) if (test(at)) hits++;
  return hits / (rows.to - rows.from);
}

/** Entropy of a value over the rows, as a share of the greatest possible over `bins` values; in [0, 1]. */
function entropy(rows: AccountRows, bins: number, value: (at: number) => number): number {
  const counts = new Map<number, number>();
  for (let at = rows.from; at < rows.to; at++) counts.set(value(at), (counts.get(value(at)) ?? 0) + 1);
  const n = rows.to - rows.from;
  let sum = 0;
  for (const c of counts.values()) sum -= (c / n) * Math.log(c / n);
  return sum / Math.log(bins);
}

export function hourEntropy(rows: AccountRows): number {
  return entropy(rows, 24, (at) => Math.floor(rows.data.timeUs[at]! / 3_600_000_000) % 24);
}

/** Gaps between requests in seconds, ascending in time. */
function gaps({ data, from, to }: AccountRows): number[] {
  const list: number[] = [];
  for (let at = from + 1; at < to; at++) list.push((data.timeUs[at]! - data.timeUs[at - 1]!) / 1e6);
  return list;
}

function variation(list: readonly number[]): number {
  if (list.length < 2) return 0;
  const average = list.reduce((sum, value) => sum + value, 0) / list.length;
  const square = list.reduce((sum, value) => sum + (value - average) ** 2, 0) / list.length;
  return average === 0 ? 0 : Math.sqrt(square) / average;
}

function spreadOf(column: ArrayLike<number>, { from, to }: AccountRows): number {
  return variation(Array.from({ length: to - from }, (_, at) => column[from + at]! || 0));
}

const codeOf = (values: readonly string[], text: string) => values.indexOf(text) + 1;

/** Features a person would look at first; none compares accounts. */
export const ACCOUNT_FEATURES: Readonly<Record<string, AccountFeature>> = {
  requests: count,
  inputTokens: (rows) => total(rows.data.inputTokens, rows),
  outputTokens: (rows) => total(rows.data.outputTokens, rows),
  meanInput: (rows) => mean(rows.data.inputTokens, rows),
  meanOutput: (rows) => mean(rows.data.outputTokens, rows),
  outputVariation: (rows) => spreadOf(rows.data.outputTokens, rows),
  meanLatency: (rows) => mean(rows.data.latencyMs, rows),
  hourEntropy,
  weekendShare: (rows) => share(rows, (at) => (Math.floor(rows.data.timeUs[at]! / DAY_US) + 3) % 7 > 4),
  activeDays: (rows) => new Set(days(rows)).size,
  requestsPerActiveDay: (rows) => count(rows) / new Set(days(rows)).size,
  dayVariation: (rows) => variation([...perDay(rows).values()]),
  gapVariation: (rows) => variation(gaps(rows)),
  shortGaps: (rows) => gaps(rows).filter((gap) => gap < 10).length / count(rows),
  longestGap: (rows) => Math.max(0, ...gaps(rows)),
  addresses: (rows) => distinct(rows.data.ip.codes, rows),
  networks: (rows) => distinct(rows.data.asn.codes, rows),
  countries: (rows) => distinct(rows.data.country.codes, rows),
  requestsPerSession: (rows) => count(rows) / distinct(rows.data.session, rows),
  topics: (rows) => distinct(rows.data.topic.codes, rows),
  topicEntropy: (rows) => entropy(rows, 60, (at) => rows.data.topic.codes[at]!),
  modelEntropy: (rows) => entropy(rows, 4, (at) => rows.data.model.codes[at]!),
  newModelShare: (rows) => {
    const next = codeOf(rows.data.model.values, 'meridian-5');
    return share(rows, (at) => rows.data.model.codes[at] === next);
  },
  largeModelShare: (rows) => {
    const large = codeOf(rows.data.model.values, 'meridian-4');
    return share(rows, (at) => rows.data.model.codes[at] === large);
  },
  errorShare: (rows) => {
    const ok = codeOf(rows.data.status.values, '200');
    return share(rows, (at) => rows.data.status.codes[at] !== ok);
  },
  refusalShare: (rows) => {
    const refusal = codeOf(rows.data.stopReason.values, 'refusal');
    return share(rows, (at) => rows.data.stopReason.codes[at] === refusal);
  },
  temperature: (rows) => mean(rows.data.temperature, rows),
  temperatureSet: (rows) => share(rows, (at) => !Number.isNaN(rows.data.temperature[at]!)),
  maxTokens: (rows) => mean(rows.data.maxTokens, rows),
  toolsShare: (rows) => share(rows, (at) => rows.data.toolsHash.codes[at] !== 0),
  systemShare: (rows) => share(rows, (at) => rows.data.systemHash.codes[at] !== 0),
  systems: (rows) => distinct(rows.data.systemHash.codes, rows),
  deviceShare: (rows) => share(rows, (at) => rows.data.device.codes[at] !== 0),
  endUserShare: (rows) => share(rows, (at) => rows.data.endUser.codes[at] !== 0),
  distinctPrompts: (rows) => distinct(rows.data.prompt, rows) / count(rows),
};

/** One value an account of `data`, in order; accounts without requests get 0. */
export function featureValues(data: Dataset, feature: AccountFeature): Float64Array {
  return Float64Array.from(data.accounts, (_, account) => {
    const rows = { data, from: data.from[account]!, to: data.from[account + 1]! };
    return rows.from === rows.to ? 0 : feature(rows);
  });
}

function days({ data, from, to }: AccountRows): number[] {
  return Array.from({ length: to - from }, (_, at) => Math.floor(data.timeUs[from + at]! / DAY_US));
}

function perDay(rows: AccountRows): Map<number, number> {
  const counts = new Map<number, number>();
  for (const day of days(rows)) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
