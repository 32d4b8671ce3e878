import { expect, test } from 'vitest';
import { maskParts, templateParts } from '../../../electron/engine/analysis/template-parts.ts';
import { measureSlots } from '../../../electron/engine/analysis/template-slots.ts';
import { findPattern } from '../../../electron/engine/analysis/templates/pattern.ts';
import { SlotCounter } from '../../../electron/engine/analysis/templates/slots.ts';
import { tokensOf } from '../../../electron/engine/analysis/templates/token-list.ts';

const FRUITS = ['apples', 'pears', 'plums', 'cherries', 'quinces'];

/** 120 texts of one template: a number that never repeats, one of five fruits. */
const TEXTS = Array.from(
  { length: 120 },
  (_, k) =>
    `Compare the harvest report number ${1000 + k} with the orchard ledger about ${FRUITS[k % 5]} and list every difference you find.`,
);

test('slots of a written skeleton are measured as those of its pattern', () => {
  const pattern = findPattern(TEXTS.slice(0, 24).map((text) => tokensOf(text)));
  const counter = new SlotCounter(pattern);
  for (const text of TEXTS) counter.add(tokensOf(text));
  const slots = counter.finish();
  expect(slots.map(({ distinct }) => distinct)).toEqual([120, 5]);
  const parts = templateParts(pattern.text, 'skeleton');
  const places = TEXTS.map((_, place) => place);
  expect(measureSlots(parts, slots.length, { text: (place) => TEXTS[place] }, places)).toEqual(
    slots.map(({ type, occurrences, distinct }) => ({ type, texts: occurrences, distinct })),
  );
});

test('a slot that was cut off, or that no text fills, is not known', () => {
  const parts = templateParts('Name the capital of {1} please', 'skeleton');
  const texts = {
    text: (place: number) => ['Name the capital of Peru please', 'Name the capital of please'][place],
  };
  expect(measureSlots(parts, 2, texts, [0])).toEqual([{ type: 'word', texts: 1, distinct: 1 }, null]);
  expect(measureSlots(parts, 1, texts, [1])).toEqual([null]);
});

test('a wording is cut at its own slots, not at numbers in braces that stand in it', () => {
  expect(templateParts('{1} fill {3} with x{2} and {2}', 'skeleton')).toEqual([
    { slot: 1 },
    { text: 'fill {3} with x{2} and' },
    { slot: 2 },
  ]);
  expect(templateParts('no slots 😀', 'skeleton')).toEqual([{ text: 'no slots 😀' }]);
  expect(maskParts(templateParts('no slots 😀', 'skeleton'))).toEqual([{ characters: 10 }]);
  expect(templateParts('', 'skeleton')).toEqual([]);
});
