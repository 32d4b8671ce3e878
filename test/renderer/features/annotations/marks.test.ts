import { expect, test } from 'vitest';
import { marksByReference } from '../../../../renderer/features/annotations/marks.ts';
import type { Annotation } from '../../../../shared/contract/annotations.ts';

test('what is on a thing itself, tags once and by name; a range of it is another thing', () => {
  const note = (on: string, kind: Annotation['kind'], text: string) =>
    ({ on, kind, text }) as unknown as Annotation;
  const marks = marksByReference([
    note('operator:O-1', 'tag', 'sweep'),
    note('operator:O-1', 'tag', 'pool'),
    note('operator:O-1', 'tag', 'sweep'),
    note('operator:O-1', 'star', ''),
    note('operator:O-1', 'comment', 'hm'),
    note('range:0-5@operator:O-2', 'tag', 'burst'),
  ]);
  expect(marks.get('operator:O-1')).toEqual({ starred: true, tags: ['pool', 'sweep'], comments: 1 });
  expect(marks.get('operator:O-2')).toBeUndefined();
});
