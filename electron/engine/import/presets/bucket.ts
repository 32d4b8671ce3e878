import { Fields } from './fields.ts';
import type { JsonObject } from './json-value.ts';
import { shortHash } from './messages.ts';
import type { PresetRow, RowFields, Taking } from './preset.ts';
import { isoTime, secondsBetween } from './times.ts';

/** Said of time ranges that an export lists though nothing happened in them. */
export const EMPTY_RANGE = [
  'empty time range was passed over',
  'empty time ranges were passed over',
] as const;

export const REVISION_RULE =
  'Counts are known by their time range and what they are grouped by: the same ones again are duplicates, others for the same group are conflicts, and those imported first stand.';

/**
 * A row that counts a stretch of time. Its request id stands for the range and the groups, so that counts that
 * are exported again are found.
 * @param groups what the counts are grouped by; undefined where they are not.
 */
export function bucketRow(
  preset: string,
  { start, end }: { readonly start: string | undefined; readonly end: string | undefined },
  groups: readonly (string | undefined)[],
  fields: RowFields,
  extra: PresetRow['extra'],
): PresetRow {
  const from = isoTime(start);
  const key = JSON.stringify([from, isoTime(end), ...groups.map((group) => group ?? null)]);
  return {
    fields: {
      ...fields,
      timestamp: from,
      bucket_seconds: secondsBetween(start, end),
      request_id: `${preset}:${shortHash(key)}`,
    },
    extra,
  };
}

/** The results of a bucket, each with the bucket's other values; a record without a list is a result itself. */
export function resultsOf(record: JsonObject, taking: Taking): Fields[] {
  const list = new Fields(record).nested('results', 'result');
  if (!Array.isArray(list)) return [new Fields(record)];
  if (list.length === 0) taking.skip(...EMPTY_RANGE);
  const { results: _, result: __, object: ___, ...bucket } = record;
  return list.flatMap((item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? [new Fields({ ...bucket, ...(item as JsonObject) })]
      : [],
  );
}

/** The first UTC day of a date without a time, as a range; times of day are cut off. */
export function dayRange(date: string | undefined): {
  readonly start: string | undefined;
  readonly end: string | undefined;
} {
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0];
  if (day === undefined || Number.isNaN(Date.parse(day))) return { start: date, end: undefined };
  const next = new Date(Date.parse(day) + 86_400_000).toISOString();
  return { start: `${day}T00:00:00Z`, end: `${next.slice(0, 10)}T00:00:00Z` };
}
