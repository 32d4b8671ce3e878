import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';
import { recordsOf } from '../accounts/records.ts';
import { type AccountTotal, allTotals } from '../accounts/totals.ts';
import { isStopped } from '../analysis/account-traits.ts';
import { DAY_US } from '../analysis/coordination/bin-counts.ts';
import { countDispersion, findChangePoints } from '../analysis/coordination/change-points.ts';
import type { Database } from '../case/database.ts';
import type { pacer } from '../jobs/job.ts';
import { Rng } from '../rng.ts';
import { readActivity } from '../timeline/activity.ts';

/** The rules of S17 (signals/account-lives.ts), read from quarter hours instead of single requests. */
const SILENCE_FACTOR = 3;
const LEAST_SILENCE_US = 2 * DAY_US;
const LEAST_REQUESTS = 10;
const SURGE_FACTOR = 3;
/** Days at the ends with a smaller share of the requests are clocks that went wrong. */
const LEAST_SHARE = 1e-4;
/** Of silent accounts so many stand for all where stops of others are drawn from. */
const MOST_SILENT = 300;

/** The first and last quarter hour of the data, whole, in us. */
export interface Span {
  readonly fromUs: number;
  readonly toUs: number;
}

/** What the case's data cover, without days whose clocks went wrong; undefined where no request has a time. */
export function dataSpan(db: Database): Span | undefined {
  const { bin, requests } = readActivity(db, null);
  const perDay = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < bin.length; i++) {
    const day = dayOf(bin[i]);
    perDay.set(day, (perDay.get(day) ?? 0) + requests[i]);
    total += requests[i];
  }
  const days = [...perDay].filter(([, n]) => n >= LEAST_SHARE * total).map(([day]) => day);
  if (days.length === 0) return undefined;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const inside = bin.filter((number) => dayOf(number) >= first && dayOf(number) <= last);
  return { fromUs: inside[0] * BIN_US, toUs: (inside[inside.length - 1] + 1) * BIN_US };
}

const dayOf = (bin: number) => Math.floor((bin * BIN_US) / DAY_US);

export interface Stop {
  readonly timeUs: number;
  readonly by: 'status' | 'silence';
}

/** When an account stopped, by its status where that says so, else by a long silence; undefined where it did not. */
export function stopOf(db: Database, total: AccountTotal, span: Span): Stop | undefined {
  const stopped = recordsOf(db, total.id).findLast((record) => record.status !== null);
  if (stopped && isStopped(stopped) && stopped.statusChangedUs !== null) {
    const timeUs = stopped.statusChangedUs;
    return timeUs >= span.fromUs && timeUs < span.toUs ? { timeUs, by: 'status' } : undefined;
  }
  if (!mayBeSilent(total, span)) return undefined;
  const { bin } = readActivity(db, total.id);
  let longest = 0;
  for (let i = 1; i < bin.length; i++) longest = Math.max(longest, (bin[i] - bin[i - 1]) * BIN_US);
  const lastUs = total.lastUs ?? 0;
  return span.toUs - lastUs >= SILENCE_FACTOR * longest ? { timeUs: lastUs, by: 'silence' } : undefined;
}

function mayBeSilent({ requests, lastUs }: AccountTotal, span: Span): boolean {
  return requests >= LEAST_REQUESTS && lastUs !== null && span.toUs - lastUs >= LEAST_SILENCE_US;
}

/**
 * Stops of a sample of the accounts that may have stopped: what stop times by chance are drawn from; of all of them
 * where the sample has fewer than `least`, the stops of the accounts compared, for so many are drawn.
 */
export async function caseStopsUs(
  db: Database,
  span: Span,
  least: number,
  pause: ReturnType<typeof pacer>,
): Promise<Float64Array> {
  const closed = new Set(
    db
      .prepare('SELECT DISTINCT account_id FROM account_record WHERE status_changed_us IS NOT NULL')
      .pluck()
      .all() as number[],
  );
  const totals = allTotals(db).filter((total) => closed.has(total.id) || mayBeSilent(total, span));
  totals.sort((a, b) => (a.account < b.account ? -1 : 1));
  const looked = totals.length <= MOST_SILENT ? totals : new Rng(1).fork('stops').sample(totals, MOST_SILENT);
  const known = new Set(looked);
  const rest = totals.filter((total) => !known.has(total));
  const stops: number[] = [];
  const look = async (some: readonly AccountTotal[]) => {
    for (const total of some) {
      const stop = stopOf(db, total, span);
      if (stop) stops.push(stop.timeUs);
      await pause({ stage: 'reading stops', done: stops.length, unit: 'entries' });
    }
  };
  await look(looked);
  if (stops.length < least) await look(rest);
  return Float64Array.from(stops).sort();
}

export interface Onset {
  readonly timeUs: number;
  readonly by: 'first' | 'rise';
}

/** When an account came in, where the data begin a day before, and its rises to three times its requests a day. */
export function onsetsOf(total: AccountTotal, activity: Activity, span: Span): Onset[] {
  const onsets: Onset[] = [];
  if (total.firstUs !== null && total.firstUs >= span.fromUs + DAY_US)
    onsets.push({ timeUs: total.firstUs, by: 'first' });
  const firstDay = Math.floor(span.fromUs / DAY_US);
  const counts = new Float64Array(Math.floor((span.toUs - 1) / DAY_US) + 1 - firstDay);
  for (let i = 0; i < activity.bin.length; i++) {
    const day = dayOf(activity.bin[i]) - firstDay;
    if (day >= 0 && day < counts.length) counts[day] += activity.requests[i];
  }
  const { at, means } = findChangePoints(counts, countDispersion(counts));
  at.forEach((day, k) => {
    if (means[k] === 0 || means[k + 1] < SURGE_FACTOR * means[k]) return;
    const bin = activity.bin.find((number) => number * BIN_US >= (firstDay + day) * DAY_US);
    if (bin !== undefined) onsets.push({ timeUs: bin * BIN_US, by: 'rise' });
  });
  return onsets;
}
