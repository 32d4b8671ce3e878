import { expect, test } from 'vitest';
import {
  type AnnotationFilter,
  counted,
  filterAnnotations,
  NO_ANNOTATION_FILTER,
} from '../../../../renderer/features/annotations/filter-model.ts';
import type { Annotation, AnnotationKind } from '../../../../shared/contract/annotations.ts';

const note = (id: string, kind: AnnotationKind, text: string, on: string, author = 'Mara'): Annotation => {
  const createdUs = Number(id);
  return { id, on, account: null, kind, text, author, createdUs, changedUs: createdUs, gone: false };
};
const ALL = [
  note('1', 'tag', 'Night shift', 'account:ac_9'),
  note('2', 'comment', 'resumes', 'range:0-5@account:ac_9', 'Bo'),
  note('3', 'tag', 'pool', 'operator:O-3'),
  note('4', 'comment', 'pool', 'account:ac_8'),
  note('5', 'star', '', 'template:T1'),
];
const ids = (filter: Partial<AnnotationFilter>) =>
  filterAnnotations(ALL, { ...NO_ANNOTATION_FILTER, ...filter }).map(({ id }) => id);

test('annotations that meet every condition, newest first', () => {
  expect(ids({})).toEqual(['5', '4', '3', '2', '1']);
  expect(ids({ kind: 'tag' })).toEqual(['3', '1']);
  expect(ids({ text: ' night ' })).toEqual(['1']);
  expect(ids({ text: 'mara' })).toEqual(['5', '4', '3', '1']);
  expect(ids({ text: 'ac_9' })).toEqual(['2', '1']);
  expect(ids({ on: 'range' })).toEqual(['2']);
  expect(ids({ author: 'Bo', kind: 'tag' })).toEqual([]);
  expect(ids({ tag: 'pool' })).toEqual(['3']);
});

test('choices with how often each occurs, most first', () => {
  expect(counted(['b', 'a', 'c', 'b'])).toEqual([
    ['b', 2],
    ['a', 1],
    ['c', 1],
  ]);
});
