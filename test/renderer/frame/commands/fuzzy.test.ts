import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzyMatch, rankByMatch } from '../../../../renderer/frame/commands/fuzzy.ts';

const marked = (query: string, text: string) => {
  const match = fuzzyMatch(query, text);
  return match?.positions.map((at) => text[at]).join('');
};
const ranked = (query: string, ...texts: string[]) =>
  rankByMatch(query, texts, (text) => text).map(({ item }) => item);

test('letters in order match, also capitals and parts of several words', () => {
  expect(fuzzyMatch('gta', 'Go to accounts')?.positions).toEqual([0, 3, 6]);
  expect(marked('CUST', 'Go to custody')).toBe('cust');
  expect(fuzzyMatch('ytsuc', 'Go to custody')).toBeNull();
  expect(fuzzyMatch('accountss', 'Go to accounts')).toBeNull();
});

test('words may come in any order, and no letter answers twice', () => {
  expect(fuzzyMatch('accounts go', 'Go to accounts')?.positions).toEqual([0, 1, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(fuzzyMatch('go go', 'Go to accounts')).toBeNull();
});

test('the best place of the letters is taken, not the first', () => {
  expect(fuzzyMatch('the', 'Go to the theme')?.positions).toEqual([6, 7, 8]);
  expect(fuzzyMatch('case', 'Close a case')?.positions).toEqual([8, 9, 10, 11]);
});

test('better answers come first, equal ones stay in order, poor ones are left out', () => {
  expect(ranked('re', 'Previous view', 'Redo')).toEqual(['Redo', 'Previous view']);
  expect(ranked('op', 'Go to operators', 'Open case', 'Export')[0]).toBe('Open case');
  expect(ranked('x', 'ax', 'bx')).toEqual(['ax', 'bx']);
  expect(ranked('undo', 'Undo', 'Run a board loop')).toEqual(['Undo']);
  expect(ranked('', 'b', 'a')).toEqual(['b', 'a']);
});

test('a text that is the query is worth 1, and nothing is worth more', () => {
  expect(fuzzyMatch('undo', 'Undo')?.score).toBeGreaterThan(fuzzyMatch('undo', 'Undo all')!.score);
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 40 }), (query, text) => {
      const match = fuzzyMatch(query, text);
      if (match) expect(match.score).toBeLessThanOrEqual(1);
    }),
  );
});

test('what is marked is ascending and spells the words of the query', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'C', ' ', '-'), maxLength: 6 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', ' ', '-'), maxLength: 20 });
  fc.assert(
    fc.property(letters, text, (query, target) => {
      const match = fuzzyMatch(query, target);
      if (!match) return;
      expect([...match.positions].sort((a, b) => a - b)).toEqual(match.positions);
      expect(new Set(match.positions).size).toBe(match.positions.length);
      const spelled = match.positions.map((at) => target[at].toLowerCase()).sort();
      expect(spelled).toEqual([...query.toLowerCase().replaceAll(' ', '')].sort());
    }),
  );
});

test('one word matches exactly where its letters come in order', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 });
  fc.assert(
    fc.property(word, text, (query, target) => {
      const inOrder = new RegExp([...query].join('.*')).test(target);
      expect(fuzzyMatch(query, target) !== null).toBe(inOrder);
    }),
  );
});
