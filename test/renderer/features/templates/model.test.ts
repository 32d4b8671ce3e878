import { expect, test } from 'vitest';
import {
  barWidth,
  formWords,
  growthLine,
  growthRows,
  growthWords,
  maskedShape,
  shapeWords,
  slotWords,
} from '../../../../renderer/features/templates/model.ts';

const SHAPE = [{ characters: 4 }, { slot: 1 }, { characters: 1 }, { slot: 2 }];
const GAPS = [{ characters: 8 }, { slot: 0 }];

test('a masked wording is told by its lengths and slots', () => {
  expect(shapeWords(SHAPE)).toBe('4 characters, slot 1, 1 character, slot 2');
  expect(shapeWords(GAPS)).toBe('8 characters, gap');
  expect(maskedShape({ shape: SHAPE, from: 'skeleton' })).toBe('Wording, 5 characters and 2 slots');
  expect(maskedShape({ shape: GAPS, from: 'frame' })).toBe('Wording, 8 characters and 1 gap');
  expect(maskedShape({ shape: [{ characters: 1 }], from: 'skeleton' })).toBe('Wording, 1 character');
});

test('a template is called by what is fixed in it', () => {
  expect(formWords({ from: 'skeleton', verbatim: false })).toBe('fixed wording with slots');
  expect(formWords({ from: 'skeleton', verbatim: true })).toBe('the same text each time');
  expect(formWords({ from: 'frame', verbatim: false })).toBe('frame: how its sentences begin and end');
  expect(formWords({ from: 'hash', verbatim: true })).toBe('the same prompt, known by its hash');
  expect(formWords({ from: 'hash', verbatim: false })).toBe('known by a hash');
});

test('bars grow with the text they stand for, up to 120 characters', () => {
  expect([1, 10, 60, 120, 2000].map(barWidth)).toEqual([5, 12, 50, 96, 96]);
});

test('a slot is told by what fills it', () => {
  expect(slotWords({ type: 'number', texts: 9, distinct: 3 })).toBe('number');
  expect(slotWords(null)).toBe('not told apart');
});

const TEMPLATE = { requests: 9, growth: [2, 2, 2, 3, 4, 5, 5, 5] };

test('the growth in numbers adds up to all requests and all fillings', () => {
  const rows = growthRows(TEMPLATE);
  expect(rows[0]).toEqual({ part: '1/8', requests: 2, added: 2, fillings: 2, fresh: 2 });
  expect(rows[3]).toEqual({ part: '4/8', requests: 5, added: 1, fillings: 3, fresh: 1 });
  expect(rows.reduce((sum, { added }) => sum + added, 0)).toBe(9);
  expect(rows.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(5);
});

test('the line of growth runs from corner to corner, and flat along the floor where nothing is known', () => {
  const even = { requests: 8, growth: [1, 2, 3, 4, 5, 6, 7, 8] };
  expect(growthLine(even, 80, 16)).toEqual(Array.from({ length: 9 }, (_, k) => [10 * k, 16 - 2 * k]));
  expect(growthLine({ requests: 8, growth: [0, 0, 0, 0, 0, 0, 0, 0] }, 80, 16).at(-1)).toEqual([80, 16]);
  expect(growthWords([1, 1200])).toBe('Distinct fillings after each eighth of its requests: 1, 1,200');
});
