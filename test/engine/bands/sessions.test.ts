import { expect, test } from 'vitest';
import { sessionSpans } from '../../../electron/engine/bands/session-spans.ts';
import { countSessions } from '../../../electron/engine/bands/sessions.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { MOST_SESSION_BARS } from '../../../shared/contract/bands.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { canonical, importCsv, newCase } from '../support.ts';

const START = Date.UTC(2026, 4, 4, 10) / 900_000;
const MAPPING = canonical('request_id', 'timestamp', 'account_id', 'session_id');
const HEADER = 'request_id,timestamp,account_id,session_id';
let made = 0;
const at = (minute: number, session: string, account = 'ac') =>
  `r${made++},${new Date(Date.UTC(2026, 4, 4, 10, minute)).toISOString()},${account},${session}`;

test('sessions go from first to last request over all sources, without the untimed and other accounts', async () => {
  const open = await newCase();
  await importCsv(
    open,
    [
      HEADER,
      at(0, 's1'),
      at(20, 's1'),
      at(31, 's2'),
      at(32, ''),
      `r${made++},never,ac,s3`,
      at(5, 's1', 'other'),
    ].join('\n'),
    MAPPING,
  );
  const second = await importCsv(open, [HEADER, at(50, 's1'), at(59, 's4')].join('\n'), MAPPING);
  const id = open.db.prepare("SELECT id FROM account WHERE external_id = 'ac'").pluck().get() as number;
  const edges = [START, START + 1, START + 2, START + 3, START + 4];
  const found = countSessions(sessionSpans(open.db, id), edges);
  expect(found).toMatchObject({ sessions: 3, requests: 5, ofRequests: 6 });
  // s1 lasts from 0 to 50, s2 is at 31, s4 at 59.
  expect([...found.underWay]).toEqual([1, 1, 2, 2]);
  expect([...found.begun]).toEqual([1, 0, 1, 1]);
  const minute = 60_000_000;
  const start = START * BIN_US;
  expect([...found.bars!.fromUs]).toEqual([0, 31, 59].map((m) => start + m * minute));
  expect([...found.bars!.toUs]).toEqual([50, 31, 59].map((m) => start + m * minute));
  expect([...found.bars!.requests]).toEqual([3, 1, 1]);
  // What began before and what ends after count where they are under way.
  const inside = countSessions(sessionSpans(open.db, id), [START + 1, START + 2]);
  expect([...inside.underWay, ...inside.begun, inside.bars!.requests.length]).toEqual([1, 0, 1]);
  const after = countSessions(sessionSpans(open.db, id), [START + 4, START + 5]);
  expect([...after.underWay, after.bars!.requests.length]).toEqual([0, 0]);

  await removeSource(open, second.sha256, unwatched);
  expect(countSessions(sessionSpans(open.db, id), edges).bars!.toUs[0]).toBe(start + 20 * minute);
});

test('too many sessions are counted, not listed', () => {
  const many = MOST_SESSION_BARS + 1;
  const us = Float64Array.from({ length: many }, () => START * BIN_US);
  const spans = { firstUs: us, lastUs: us, requests: new Float64Array(many).fill(1), ofRequests: many };
  const found = countSessions(spans, [START, START + 1]);
  expect([found.underWay[0], found.begun[0], found.bars]).toEqual([many, many, null]);
});
