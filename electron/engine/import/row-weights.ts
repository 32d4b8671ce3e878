import type { Grain, Mapping } from '../../../shared/contract/imports.ts';
import { countable, MOST_OF_A_BUCKET } from '../requests/activity-writer.ts';
import { columnOf } from '../requests/columns.ts';
import type { RowCounts } from './account-totals.ts';
import { presetById } from './presets/registry.ts';
import type { Run } from './run.ts';

/** What a row of a source read like this stands for: what its preset says, else a bucket where it has a length. */
export function grainOf({ preset, columns }: Mapping): Grain {
  if (preset !== undefined) return presetById(preset).grain;
  return columns.bucket_seconds === undefined ? 'request' : 'bucket';
}

/** What the rows of one run count, where they are not simply one request each. */
export interface RowWeights {
  readonly requests: Float64Array;
  readonly bucketSeconds: Float64Array | undefined;
  of(row: number): RowCounts;
}

/**
 * How many requests each row of a run stands for; undefined where each is one. Without a count of its own, a
 * bucket stands for none, because nobody counted them, and any other row for one.
 */
export function rowWeights(
  run: Pick<Run, 'rows' | 'timeUs' | 'numbers'>,
  grain: Grain,
): RowWeights | undefined {
  const column = (field: 'request_count' | 'bucket_seconds') =>
    run.numbers.find(({ number }) => number === columnOf(field).number)?.values;
  const given = column('request_count');
  if (!given && grain !== 'bucket') return undefined;
  const absent = grain === 'bucket' ? 0 : 1;
  const requests = new Float64Array(run.rows);
  for (let i = 0; i < run.rows; i++) {
    const count = given ? given[i] : Number.NaN;
    requests[i] = Number.isNaN(count) ? absent : countable(count, MOST_OF_A_BUCKET);
  }
  const bucketSeconds = grain === 'bucket' ? column('bucket_seconds') : undefined;
  return {
    requests,
    bucketSeconds,
    of: (row) => {
      const seconds = bucketSeconds?.[row] ?? 0;
      const start = run.timeUs[row];
      return {
        requests: requests[row],
        untilUs: seconds > 0 ? start + Math.round(seconds * 1_000_000) - 1 : start,
        mostTokens: MOST_OF_A_BUCKET,
      };
    },
  };
}
