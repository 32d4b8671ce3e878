import { expect, test } from 'vitest';
import { accountId, totalsOf } from '../../../electron/engine/accounts/totals.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { spreadBuckets } from '../../../electron/engine/import/spread-buckets.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { accountRequests } from '../../../electron/engine/timeline/account-requests.ts';
import { readActivity } from '../../../electron/engine/timeline/activity.ts';
import { grainShares } from '../../../electron/engine/timeline/grains.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';
import { fileWith, newCase } from '../support.ts';

const HOUR_US = 3_600_000_000;
const DAY_US = 24 * HOUR_US;
const START = Date.UTC(2026, 4, 4) * 1000;

/** The pieces of one row that counts so many requests and tokens over a time. */
function spread(startUs: number, seconds: number, requests: number, input = 0) {
  const one = (value: number) => Float64Array.of(value);
  const rows = {
    timeUs: one(startUs),
    failed: Uint8Array.of(0),
    requests: one(requests),
    input: one(input),
    output: undefined,
    bucketSeconds: one(seconds),
    mostTokens: 1e12,
  };
  return [...spreadBuckets(Uint32Array.of(0), () => 1, rows)].flatMap(({ values }) =>
    Array.from(values.timeUs, (us, i) => ({
      bin: Math.floor(us / BIN_US),
      requests: values.requests?.[i] as number,
      input: values.input?.[i] as number,
    })),
  );
}

test.each([1, 26, 95, 96, 1000, 12_345_678])(
  '%i requests of a day lie evenly over its quarter hours',
  (requests) => {
    const pieces = spread(START, 86_400, requests, 7);
    expect(pieces.reduce((sum, piece) => sum + piece.requests, 0)).toBe(requests);
    expect(pieces.reduce((sum, piece) => sum + piece.input, 0)).toBe(7);
    const perBin = Array(96).fill(0);
    for (const piece of pieces) perBin[piece.bin - START / BIN_US] += piece.requests;
    for (const count of perBin) expect(Math.abs(count - requests / 96)).toBeLessThan(1);
    // No hour has more than its share, so no burst is seen where only a day was counted.
    for (let hour = 0; hour < 24; hour++) {
      const inHour = perBin.slice(hour * 4, hour * 4 + 4).reduce((sum, count) => sum + count, 0);
      expect(Math.abs(inHour - requests / 24)).toBeLessThan(1);
    }
  },
);

test('a bucket of a minute stays in its quarter hour, one that begins within a quarter hour gets less there', () => {
  expect(spread(START + 60_000_000, 60, 9)).toEqual([{ bin: START / BIN_US, requests: 9, input: 0 }]);
  expect(spread(START + BIN_US / 2, 1350, 300).map(({ requests }) => requests)).toEqual([100, 200]);
  // A length nobody can mean costs no more than a year's.
  expect(spread(START, 1e12, 5).reduce((sum, { requests }) => sum + requests, 0)).toBe(5);
});

const HEADER = 'start_time,end_time,project_id,num_model_requests,user_id,model,input_tokens,output_tokens\n';
const bucket = (day: number, user: string, requests: number) =>
  `${START / 1e6 + day * 86_400},${START / 1e6 + (day + 1) * 86_400},pr,${requests},${user},m-1,${requests * 10},${requests}\n`;

test('buckets are counted by their requests, are no burst and no single requests', async () => {
  const open = await newCase();
  const path = fileWith(
    HEADER + bucket(0, 'us_1', 26) + bucket(1, 'us_1', 5_000_000_000) + bucket(0, 'us_2', 3),
  );
  await importFile(open, path, await completeMapping(open.db, path, null), unwatched);
  const id = accountId(open.db, 'us_1') as number;
  expect(totalsOf(open.db, id)).toMatchObject({
    requests: 5_000_000_026,
    inputTokens: 50_000_000_260,
    firstUs: START,
    lastUs: START + 2 * DAY_US - 1,
  });
  expect(open.info()).toMatchObject({ counts: { requests: 5_000_000_029 }, lastUs: START + 2 * DAY_US - 1 });
  const { bin, requests } = readActivity(open.db, id);
  const first = [...bin].flatMap((number, i) => (number * BIN_US < START + DAY_US ? [requests[i]] : []));
  expect(first.filter((count) => count > 0)).toEqual(Array(26).fill(1));
  expect(readActivity(open.db, null).requests.reduce((sum, count) => sum + count, 0)).toBe(5_000_000_029);
  expect(accountRequests(open.db, id, START, START + 9 * DAY_US, 10).timeUs).toHaveLength(0);
  expect(grainShares(open.db, id)).toEqual([
    { grain: 'bucket', sources: 1, leastBucketSeconds: 86_400, mostBucketSeconds: 86_400 },
  ]);
});

test('an account has single requests from a log and counts from buckets side by side', async () => {
  const open = await newCase();
  const buckets = fileWith(HEADER + bucket(0, 'us_1', 4));
  const log = fileWith('timestamp,account_id\n2026-05-04T10:00:00Z,us_1\n2026-05-04T10:00:01Z,us_1\n');
  for (const path of [buckets, log])
    await importFile(open, path, await completeMapping(open.db, path, null), unwatched);
  const id = accountId(open.db, 'us_1') as number;
  expect(totalsOf(open.db, id)?.requests).toBe(6);
  expect(accountRequests(open.db, id, START, START + DAY_US, 10).timeUs).toHaveLength(2);
  expect(grainShares(open.db, id).map(({ grain }) => grain)).toEqual(['request', 'bucket']);
  expect(grainShares(open.db, null)).toHaveLength(2);
});

test('a table with canonical names says by itself that its rows are buckets, or stand for several requests', async () => {
  const open = await newCase();
  const path = fileWith(
    'timestamp,account_id,request_count,bucket_seconds\n2026-05-04T00:00:00Z,us_1,8,3600\n2026-05-04T01:00:00Z,us_1,,3600\n',
  );
  const { sources } = await importFile(open, path, await completeMapping(open.db, path, null), unwatched);
  expect(sources[0].grain).toBe('bucket');
  expect(totalsOf(open.db, accountId(open.db, 'us_1') as number)?.requests).toBe(8);
  const several = fileWith(
    'timestamp,account_id,request_count\n2026-05-04T00:00:00Z,us_2,8\n2026-05-04T00:00:00Z,us_2,\n',
  );
  const second = await importFile(open, several, await completeMapping(open.db, several, null), unwatched);
  expect(second.sources[0].grain).toBe('request');
  expect(totalsOf(open.db, accountId(open.db, 'us_2') as number)?.requests).toBe(9);
});
