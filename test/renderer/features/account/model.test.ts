import { expect, test } from 'vitest';
import {
  annotationMarks,
  calendarDays,
  requestReference,
} from '../../../../renderer/features/account/model.ts';
import type { Annotation } from '../../../../shared/contract/annotations.ts';
import type { RequestColumns } from '../../../../shared/contract/timeline.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const requests: RequestColumns = {
  timeUs: Float64Array.of(10, 20, 30),
  inputTokens: new Float64Array(3),
  outputTokens: new Float64Array(3),
  latencyMs: new Float64Array(3),
  model: new Uint32Array(3),
  status: new Uint32Array(3),
  failed: new Uint8Array(3),
  source: Uint16Array.of(0, 1, 1),
  row: Uint32Array.of(7, 7, 8),
  template: new Uint16Array(3),
  templates: null,
  dictionary: [''],
  sources: [A, B],
  matches: null,
  truncated: false,
};
const note = (on: string, text = 'x'): Annotation => ({
  id: on,
  on,
  account: 'ac',
  kind: 'comment',
  text,
  author: 'M',
  createdUs: 0,
  changedUs: 0,
  gone: false,
});

test('ranges and loaded requests become marks, the account itself does not', () => {
  const marks = annotationMarks(
    [note('account:ac'), note('range:5-9@account:ac'), note(`request:${B}/7`), note(`request:${B}/99`)],
    requests,
  );
  expect(marks.map(({ fromUs, toUs }) => [fromUs, toUs])).toEqual([
    [5, 9],
    [20, 20],
  ]);
});

test('without requests only ranges have a place; labels show hidden characters', () => {
  const marks = annotationMarks(
    [note('range:5-9@account:ac', 'a\u202eb'), note(`request:${A}/7`)],
    undefined,
  );
  expect(marks).toEqual([{ fromUs: 5, toUs: 9, label: 'a\\u{202e}b', kind: 'comment' }]);
});

test('a row of the columns has its canonical reference', () => {
  expect(requestReference(requests, 2)).toBe(`request:${B}/8`);
});

test('the days of a case are days of its calendar, both ends counted', () => {
  const us = (text: string) => Date.parse(text) * 1000;
  const hourAround = { firstUs: us('2026-05-01T23:30Z'), lastUs: us('2026-05-02T00:30Z') };
  expect(calendarDays({ ...hourAround, timeZone: 'UTC' })).toBe(2);
  expect(calendarDays({ ...hourAround, timeZone: 'Europe/Berlin' })).toBe(1);
  expect(calendarDays({ firstUs: null, lastUs: null, timeZone: 'UTC' })).toBe(0);
});
