import { expect, test } from 'vitest';
import {
  describeTarget,
  filterAnnotations,
  targetsOf,
  timeInZone,
} from '../../../../renderer/features/annotations/model.ts';
import type { Annotation, AnnotationKind } from '../../../../shared/contract/annotations.ts';

const HOUR_US = 3_600_000_000;
const SOURCE = 'c'.repeat(64);

test('the account can always be annotated, then what is narrower', () => {
  expect(targetsOf('ac', 'UTC', null, null, null)).toEqual([
    { reference: 'account:ac', name: 'This account', detail: '' },
  ]);
  const targets = targetsOf(
    'ac',
    'UTC',
    { fromUs: 0, toUs: 2 * HOUR_US },
    { fromUs: 0, toUs: HOUR_US },
    `request:${SOURCE}/4`,
  );
  expect(targets.map(({ reference }) => reference)).toEqual([
    'account:ac',
    `range:0-${2 * HOUR_US}@account:ac`,
    `range:0-${HOUR_US}@account:ac`,
    `request:${SOURCE}/4`,
  ]);
  expect(targets[1]).toMatchObject({ name: 'Applied range', detail: '1970-01-01 00:00 – 02:00' });
});

test('targets in words, hostile names made visible', () => {
  expect(describeTarget('account:a\u202eb', 'UTC', true)).toBe('account a\\u{202e}b');
  expect(describeTarget('account:ac', 'UTC', false)).toBe('account');
  expect(describeTarget(`range:0-${HOUR_US}@account:ac`, 'Europe/Berlin', true)).toBe(
    'range 1970-01-01 01:00 – 02:00 of account ac',
  );
  expect(describeTarget(`request:${SOURCE}/1234`, 'UTC', true)).toBe('request, row 1,234 of source cccccccc');
  expect(describeTarget('something\nelse', 'UTC', true)).toBe('something\\nelse');
});

test('filter by kind and by text, account or author; newest first', () => {
  const note = (id: string, kind: AnnotationKind, text: string, createdUs: number): Annotation => {
    return {
      id,
      on: 'account:ac_9',
      account: 'ac_9',
      kind,
      text,
      author: 'Mara',
      createdUs,
      changedUs: createdUs,
      gone: false,
    };
  };
  const all = [
    note('1', 'tag', 'Night shift', 1),
    note('2', 'comment', 'resumes', 2),
    note('3', 'tag', 'pool', 3),
  ];
  const ids = (kind: AnnotationKind | null, text: string) =>
    filterAnnotations(all, kind, text).map(({ id }) => id);
  expect(ids(null, '')).toEqual(['3', '2', '1']);
  expect(ids('tag', '')).toEqual(['3', '1']);
  expect(ids(null, ' night ')).toEqual(['1']);
  expect(ids(null, 'mara')).toHaveLength(3);
  expect(ids('comment', 'pool')).toEqual([]);
});

test('a recorded time is told in the zone of the case', () => {
  expect(timeInZone('2026-03-02T14:32:28.611000Z', 'Europe/Berlin')).toBe(
    '2026-03-02 15:32:28.611 Europe/Berlin',
  );
  expect(timeInZone('2026-03-02T14:32:20.000000Z', 'UTC')).toBe('2026-03-02 14:32:20 UTC');
  expect(timeInZone('no valid time', 'UTC')).toBe('no valid time');
});
