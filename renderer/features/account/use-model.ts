import type { Breakdown, ValueCount, ValueField } from '../../../shared/contract/accounts.ts';
import type { GrainShare, Profile } from '../../../shared/contract/timeline.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { lengthInWords } from '../timeline/grain-words.ts';
import { WEEKDAYS } from './week-hour.ts';

/** Names of a field: as a heading, for one value, and for several. */
export const FIELD_WORDS: Readonly<
  Record<ValueField, { readonly title: string; readonly one: string; readonly many: string }>
> = {
  model: { title: 'Models', one: 'model', many: 'models' },
  topic: { title: 'Topics', one: 'topic', many: 'topics' },
  status: { title: 'Statuses', one: 'status', many: 'statuses' },
  endpoint: { title: 'Endpoints', one: 'endpoint', many: 'endpoints' },
};

export interface UseRow {
  /** A value of the data; null where `words` of the product stand instead. */
  readonly value: string | null;
  readonly words: string;
  readonly counts: ValueCount;
  /** Part of the whole, 0 to 1. */
  readonly part: number;
  readonly share: string;
}

export interface FieldTable {
  readonly rows: readonly UseRow[];
  /** What the shares are shares of: `4,210 requests`. */
  readonly whole: string;
  /** Why there is no table, or what is to be known of it; null for nothing. */
  readonly remark: string | null;
}

/** What an account used of one field, line by line, the last lines for what has no name of its own. */
export function fieldTable(breakdown: Breakdown, field: ValueField): FieldTable {
  const { entries, further, other, absent, uncounted, total, imported } = breakdown;
  const { one, many } = FIELD_WORDS[field];
  // Buckets of time may hold tokens that nobody counted requests for.
  const byTokens = total.requests === 0;
  const measure = byTokens ? tokensOf : ({ requests }: ValueCount) => requests;
  const all = measure(total);
  const line = (value: string | null, words: string, counts: ValueCount): UseRow => ({
    value,
    words,
    counts,
    part: all > 0 ? measure(counts) / all : 0,
    share: formatShare(measure(counts), all),
  });
  const whole = byTokens ? formatUnits(all, 'token') : formatUnits(all, 'request');
  if (!imported) {
    const remark = isEmpty(uncounted)
      ? `No ${one} column was imported.`
      : `Imported by an earlier version, which did not count ${many}. Take the import back and import the file again to see them.`;
    return { rows: [], whole, remark };
  }
  if (entries.length === 0 && isEmpty(other) && isEmpty(uncounted)) {
    return { rows: [], whole, remark: `No request of this account states a ${one}.` };
  }
  const rest = [
    further.values > 0 && line(null, `and ${formatUnits(further.values, 'more', 'more')}`, further),
    !isEmpty(other) && line(null, `Further ${many}, not told apart`, other),
    !isEmpty(absent) && line(null, `No ${one} stated`, absent),
    !isEmpty(uncounted) && line(null, 'Imported by an earlier version, not counted', uncounted),
  ].filter((row) => row !== false);
  return {
    rows: [...entries.map((entry) => line(entry.value, '', entry)), ...rest],
    whole,
    remark: isEmpty(other)
      ? null
      : `Of each file the first 10,000 ${many} of up to 1,000 bytes are told apart; all others are counted together.`,
  };
}

const tokensOf = ({ inputTokens, outputTokens }: ValueCount) => inputTokens + outputTokens;
const isEmpty = (counts: ValueCount) => counts.requests === 0 && tokensOf(counts) === 0;

/** `Busiest hour of the week: Tuesday 14:00 – 15:00, 312 of 4,210 requests (7.4 %); …`; null without requests. */
export function busiestHour(own: Profile, everybody: Profile): string | null {
  const at = indexOfMost(own.requests);
  if (at < 0) return null;
  const unit = own.unit[at];
  const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
  const among = everybody.unit.indexOf(unit);
  const share = formatShare(among < 0 ? 0 : everybody.requests[among], sum(everybody.requests));
  return (
    `Busiest hour of the week: ${WEEKDAYS[Math.floor(unit / 24)]} ${clock(unit % 24)} – ${clock((unit % 24) + 1)}, ` +
    `${ofAll(own, at)}; of all accounts' requests ${share} lie in that hour.`
  );
}

/** `Busiest day: 2026-05-04, 312 of 4,210 requests (7.4 %), of 12 days with requests.`; null without requests. */
export function busiestDay(own: Profile): string | null {
  const at = indexOfMost(own.requests);
  if (at < 0) return null;
  const date = new Date(own.unit[at] * 86_400_000).toISOString();
  const days = own.requests.reduce((count, requests) => count + (requests > 0 ? 1 : 0), 0);
  return `Busiest day: ${date.slice(0, date.indexOf('T'))}, ${ofAll(own, at)}, of ${formatUnits(days, 'day')} with requests.`;
}

function ofAll({ requests }: Profile, at: number): string {
  const all = sum(requests);
  return `${formatCount(requests[at])} of ${formatUnits(all, 'request')} (${formatShare(requests[at], all)})`;
}

/** Index of the first greatest value above 0; -1 without one. */
function indexOfMost(values: Float64Array): number {
  let at = -1;
  for (let i = 0; i < values.length; i++) if (values[i] > (at < 0 ? 0 : values[at])) at = i;
  return at;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

const HOUR_SECONDS = 3600;

/** What hours of the day cannot tell where counts come from longer buckets of time; null where they can. */
export function evenlySpread(shares: readonly GrainShare[]): string | null {
  const most = Math.max(0, ...shares.map(({ mostBucketSeconds }) => mostBucketSeconds ?? 0));
  if (most <= HOUR_SECONDS) return null;
  const others = shares.some(({ mostBucketSeconds }) => mostBucketSeconds === null);
  return (
    `${others ? 'Some counts' : 'Counts'} come from time buckets of up to ${lengthInWords(most)} and are spread evenly ` +
    'over their time: for these, hours do not tell when requests came.'
  );
}
