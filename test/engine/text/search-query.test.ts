import { expect, test } from 'vitest';
import { searchQuery } from '../../../electron/engine/text/search-query.ts';

test.each([
  ['solve step by step', '"solve" AND "step" AND "by" AND "step"'],
  ['"step by step" Solve', '"step by step" AND "solve"'],
  ['distil* now', '"distil*" * AND "now"'],
  ['NEAR(a b) OR c NOT d', '"near(a" AND "b)" AND "or" AND "c" AND "not" AND "d"'],
  ['"open phrase', '"open phrase"'],
  ['col:x ^y {z}', '"col:x" AND "^y" AND "{z}"'],
  ['a＂b', '"a b"'],
  ['蒸馏', '"蒸 馏"'],
])('%s', (typed, query) => {
  expect(searchQuery(typed)).toBe(query);
});

test.each(['', '   ', '""', '*', '"', '!!! --', '\0', '()'])('%j holds nothing to look for', (typed) => {
  expect(searchQuery(typed)).toBeNull();
});
