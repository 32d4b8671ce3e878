import { expect, test } from 'vitest';
import { laneMarks, notesByAccount, rangeMarks } from '../../../../renderer/features/lanes/build-scene.ts';
import { activitiesOf } from '../../../../renderer/features/lanes/lane.ts';
import type { Annotation } from '../../../../shared/contract/annotations.ts';
import type { LaneInfo } from '../../../../shared/contract/lanes.ts';

const note = (on: string, text: string): Annotation => ({
  id: '0198c7a0-0000-7000-8000-000000000000',
  on,
  account: 'a',
  kind: 'comment',
  text,
  author: 'tester',
  createdUs: 0,
  changedUs: 0,
  gone: false,
});

test('what is written about a stretch lies on its own lane, made safe to show', () => {
  const notes = notesByAccount([
    note('range:50-60@account:a', 'later\u202e'),
    note('range:10-20@account:a', 'first'),
    note('account:a', 'no place in time'),
    note('range:10-20@account:b', 'other'),
  ]);
  expect(notes.get('a')?.map(({ fromUs, label }) => [fromUs, label])).toEqual([
    [10, 'first'],
    [50, 'later\\u{202e}'],
  ]);
  expect(notes.get('b')).toHaveLength(1);
});

const stopped = (account: string, sinceUs: number): LaneInfo => ({
  account,
  requests: 1,
  failed: 0,
  ofRequests: 1,
  matches: true,
  firstUs: 0,
  lastUs: 0,
  organisation: null,
  plan: null,
  operator: null,
  statuses: [
    { sinceUs, status: 'banned', stopped: true },
    { sinceUs, status: 'active', stopped: false },
  ],
});

test('events and a few stops cross all lanes; many stops, and what lies outside, do not', () => {
  const limits = { fromUs: 0, toUs: 100 };
  const event = (timeUs: number | null, label: string) => ({
    source: '',
    row: 1,
    timeUs,
    timeText: '',
    kind: null,
    label,
    reference: null,
    extra: {},
  });
  const events = [event(20, 'release'), event(null, 'some day'), event(500, 'later')];
  const marks = laneMarks(events, [stopped('a', 30), stopped('b', 300)], limits);
  expect(marks.map(({ fromUs, label, kind }) => [fromUs, label, kind])).toEqual([
    [20, 'release', 'context'],
    [30, 'a banned', 'context'],
  ]);
  const many = Array.from({ length: 9 }, (_, i) => stopped(`a${i}`, i));
  expect(laneMarks(events, many, limits)).toHaveLength(1);
});

test('notes on a time of the operator, or of the case, cross its lanes; those of others do not', () => {
  const notes = [
    note('range:10-20@operator:O-1', 'moved\u202e'),
    note('range:30-40@case:', 'outage'),
    note('range:10-20@operator:O-2', 'another'),
    note('range:10-20@account:a', 'its own lane'),
    note('operator:O-1', 'no place in time'),
  ];
  const labels = (of: Parameters<typeof rangeMarks>[1]) => rangeMarks(notes, of).map(({ label }) => label);
  expect(labels({ operator: 'O-1' })).toEqual([expect.stringMatching(/^moved(?!\u202e)/), 'outage']);
  expect(labels({ accounts: ['a'] })).toEqual(['outage']);
  expect(rangeMarks(notes, { operator: 'O-1' })[0]).toMatchObject({ fromUs: 10, toUs: 20, kind: 'comment' });
});

test('an answer is cut into the activities of its accounts, also of those without any', () => {
  const [a, b, c] = activitiesOf({
    from: Uint32Array.of(0, 2, 2, 3),
    bin: Int32Array.of(5, 9, 7),
    requests: Uint32Array.of(1, 2, 3),
    failed: Uint32Array.of(0, 1, 0),
  });
  expect([...a.bin]).toEqual([5, 9]);
  expect([...a.failed]).toEqual([0, 1]);
  expect(a.inputTokens).toHaveLength(2);
  expect(b.bin).toHaveLength(0);
  expect([...c.requests]).toEqual([3]);
});
