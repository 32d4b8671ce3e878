import { describe, expect, test } from 'vitest';
import type { TestOutcome } from '../summary-reporter.ts';
import { ELECTRON_ITEMS, type Item, OTHER_ITEMS } from './items.ts';
import { BEGIN, compare, END, judge, resultOf, tableOf, withTable } from './table.ts';

const item: Item = {
  id: '7',
  title: 'A policy',
  setting: 'a | header',
  attack: 'two\nlines',
  tests: ['test/a.test.ts > one', 'test/b.test.ts'],
};
const outcome = (name: string, state: TestOutcome['state'], reason: string | null = null) => ({
  name,
  state,
  reason,
});
const held = [
  outcome('test/a.test.ts > one', 'passed'),
  outcome('test/a.test.ts > two', 'failed'),
  outcome('test/b.test.ts > x', 'passed'),
];
const skipped = [...held.slice(0, 2), outcome('test/b.test.ts > x', 'skipped', 'There is no strace.')];
const readme = (results: readonly TestOutcome[], about = 'Written.') =>
  withTable(`# A\n${BEGIN}\n${END}\nmore\n`, tableOf([judge(item, results)], about))!;
const wrongIn = (text: string, results: readonly TestOutcome[]) => compare(text, [judge(item, results)]);

describe('an item', () => {
  test('is judged by the tests whose names begin as it says', () => {
    expect(resultOf(judge(item, held))).toBe('held');
    expect(resultOf(judge(item, skipped))).toBe('held; not on this system: There is no strace');
    const broken = held.map((one) => ({ ...one, state: 'failed' as const }));
    expect(resultOf(judge(item, broken))).toBe('**failed in 2 tests**');
    expect(resultOf(judge({ ...item, notHere: 'Windows' }, held))).toBe('held; not on this system: Windows');
  });

  test('names a test that did not run', () => {
    expect(judge(item, held.slice(0, 2)).unknown).toEqual(['test/b.test.ts']);
    expect(judge(item, held).unknown).toEqual([]);
  });
});

test('the table stands between its marks, each row on one line, and the rest of the document stays', () => {
  expect(readme(held)).toBe(
    `# A\n${BEGIN}\n\nWritten.\n\n|  | Item | Setting | Attack tried | Result |\n|---|---|---|---|---|\n` +
      `| 7 | A policy | a \\| header | two lines | held |\n\n${END}\nmore\n`,
  );
  expect(withTable('nothing', 'x')).toBeUndefined();
});

describe('a document', () => {
  test('that says what the run gave is right, whatever else stands in it', () => {
    expect(wrongIn(readme(held, 'Elsewhere.'), held)).toEqual({ wrong: [], elsewhere: [] });
    const more = [...held, outcome('test/b.test.ts > y', 'passed')];
    expect(wrongIn(readme(held), more)).toEqual({ wrong: [], elsewhere: [] });
  });

  test.each([
    ['an item that failed', readme(held), held.map((one) => ({ ...one, state: 'failed' as const }))],
    ['another setting', readme(held).replace('header', 'none'), held],
    ['an item too many', readme(held).replace('| 7 |', '| 8 | x | x | x | x |\n| 7 |'), held],
    ['no row', `${BEGIN}\n${END}`, held],
    ['no place', 'nothing', held],
  ])('is wrong with %s', (_what, text, results) => {
    expect(wrongIn(text, results).wrong.length).toBe(1);
  });

  test('of another system, on which more or less could be tried, is told of and not wrong', () => {
    for (const [written, ran] of [
      [held, skipped],
      [skipped, held],
    ]) {
      const { wrong, elsewhere } = wrongIn(readme(written), ran);
      expect(wrong).toEqual([]);
      expect(elsewhere.length).toBe(1);
    }
  });
});

test('Electron’s list is whole, and every item is tried or says why not', () => {
  expect(ELECTRON_ITEMS.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => String(at + 1)));
  const all = [...ELECTRON_ITEMS, ...OTHER_ITEMS];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { tests } of all) expect(tests.length).toBeGreaterThan(0);
});
