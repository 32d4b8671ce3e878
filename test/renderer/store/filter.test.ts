import { expect, test } from 'vitest';
import {
  addChip,
  applyProposal,
  askedFilter,
  clearFilter,
  conditionsAt,
  dropCondition,
  dropValue,
  EMPTY_FILTER,
  isAsking,
  isWidened,
  MOST_CHIPS,
  MOST_VALUES,
  negateCondition,
  rangeInForce,
  requestFilter,
  setRange,
  toggleDisabled,
  togglePinned,
  type WindowFilter,
} from '../../../renderer/store/filter.ts';
import { type ChipField, filter as contract } from '../../../shared/contract/filters.ts';
import { BIN_US } from '../../../shared/time/bin.ts';

const chip = (field: ChipField, value: string | null, negate = false) => ({ field, values: [value], negate });
const start = (...chips: ReturnType<typeof chip>[]): WindowFilter => chips.reduce(addChip, EMPTY_FILTER);
const valuesOf = ({ chips }: WindowFilter) =>
  chips.map(({ field, values, negate }) => [field, values, negate]);

test('a range moves outwards to whole quarter hours, which the contract asks for', () => {
  const range = { fromUs: BIN_US + 1, toUs: 2 * BIN_US + 1 };
  const filter = setRange(EMPTY_FILTER, range);
  expect(rangeInForce(filter)).toEqual({ fromUs: BIN_US, toUs: 3 * BIN_US, negate: false });
  expect(isWidened(range)).toBe(true);
  expect(isWidened(rangeInForce(filter)!)).toBe(false);
  expect(contract.safeParse(askedFilter(filter)).success).toBe(true);
  expect(setRange(filter, null)).toEqual(EMPTY_FILTER);
});

test('values of a field join one chip; words of prompts stand each for themselves', () => {
  expect(valuesOf(start(chip('model', 'a'), chip('model', 'b'), chip('model', 'a')))).toEqual([
    ['model', ['a', 'b'], false],
  ]);
  expect(valuesOf(start(chip('text', 'a'), chip('text', 'b')))).toHaveLength(2);
});

test('a value asked for in the other sense leaves the chip that held it', () => {
  const filter = start(chip('status', '200'), chip('status', '429'), chip('status', '429', true));
  expect(valuesOf(filter)).toEqual([
    ['status', ['200'], false],
    ['status', ['429'], true],
  ]);
  expect(valuesOf(start(chip('status', '429'), chip('status', '429', true)))).toEqual([
    ['status', ['429'], true],
  ]);
});

test('a disabled chip is asked for nothing, takes no values, and is enabled by asking for it again', () => {
  const off = toggleDisabled(start(chip('model', 'a')), 1);
  expect(askedFilter(off)).toEqual({ range: null, chips: [] });
  expect(isAsking(off)).toBe(false);
  expect(valuesOf(addChip(off, chip('model', 'b')))).toHaveLength(2);
  expect(addChip(off, chip('model', 'a')).chips).toMatchObject([{ values: ['a'], disabled: false }]);
});

test('the time can be disabled and pinned; set anew it is in force and still pinned', () => {
  const range = { fromUs: 0, toUs: BIN_US };
  const filter = togglePinned(toggleDisabled(setRange(EMPTY_FILTER, range), 'range'), 'range');
  expect(rangeInForce(filter)).toBeNull();
  expect(setRange(filter, range).range).toMatchObject({ disabled: false, pinned: true });
});

test('clearing leaves what is pinned', () => {
  const filter = setRange(togglePinned(start(chip('model', 'a'), chip('tag', 'b')), 2), {
    fromUs: 0,
    toUs: BIN_US,
  });
  expect(valuesOf(clearFilter(filter))).toEqual([['tag', ['b'], false]]);
  expect(clearFilter(filter).range).toBeNull();
  expect(clearFilter(togglePinned(filter, 'range')).range).not.toBeNull();
});

test('chips are negated, dropped, and lose values; the last value takes its chip along', () => {
  const filter = start(chip('model', 'a'), chip('model', 'b'), chip('tag', null));
  expect(negateCondition(filter, 1).chips[0].negate).toBe(true);
  expect(valuesOf(dropCondition(filter, 1))).toEqual([['tag', [null], false]]);
  expect(valuesOf(dropValue(filter, chip('model', 'a')))[0]).toEqual(['model', ['b'], false]);
  expect(valuesOf(dropValue(filter, chip('tag', null)))).toHaveLength(1);
});

test('ids stay apart, so that a chip is never taken for one dropped before it', () => {
  const filter = addChip(dropCondition(start(chip('model', 'a'), chip('tag', 'b')), 1), chip('plan', 'c'));
  expect(filter.chips.map(({ id }) => id)).toEqual([2, 3]);
});

test('it never grows beyond what can be asked', () => {
  const many = start(...Array.from({ length: MOST_CHIPS + 5 }, (_, i) => chip('text', `w${i}`)));
  expect(many.chips).toHaveLength(MOST_CHIPS);
  const values = Array.from({ length: MOST_VALUES }, (_, i) => `a${i}`);
  const full = addChip(EMPTY_FILTER, { field: 'account', values, negate: false });
  expect(addChip(full, chip('account', 'one more'))).toBe(full);
  expect(contract.safeParse(askedFilter(full)).success).toBe(true);
});

test('an answer names conditions by their place among those asked', () => {
  const filter = toggleDisabled(start(chip('model', 'a'), chip('tag', 'b'), chip('plan', 'c')), 1);
  expect(conditionsAt(filter, [1, 'range'])).toEqual([3, 'range']);
});

test('a proposal is what it becomes', () => {
  expect(valuesOf(applyProposal(EMPTY_FILTER, { kind: 'chip', chip: chip('topic', 't', true) }))).toEqual([
    ['topic', ['t'], true],
  ]);
  const range = { fromUs: 0, toUs: 1 };
  expect(applyProposal(EMPTY_FILTER, { kind: 'range', range })).toEqual(setRange(EMPTY_FILTER, range));
});

test('the time is turned into all other time and back, and set anew it is taken', () => {
  const range = { fromUs: 0, toUs: BIN_US };
  const outside = negateCondition(setRange(start(chip('model', 'a')), range), 'range');
  expect(askedFilter(outside).range).toEqual({ ...range, negate: true });
  expect(negateCondition(outside, 'range').range?.negate).toBe(false);
  expect(setRange(outside, range).range?.negate).toBe(false);
  expect(setRange(EMPTY_FILTER, range, true).range?.negate).toBe(true);
  expect(negateCondition(EMPTY_FILTER, 'range')).toBe(EMPTY_FILTER);
});

test('single requests are asked for all but a time that is taken, which the view itself shows', () => {
  const range = { fromUs: 0, toUs: BIN_US };
  const taken = setRange(start(chip('model', 'a')), range);
  expect(requestFilter(taken)).toEqual({ ...askedFilter(taken), range: null });
  expect(requestFilter(negateCondition(taken, 'range'))).toEqual({
    ...askedFilter(taken),
    range: { ...range, negate: true },
  });
  expect(requestFilter(setRange(EMPTY_FILTER, range))).toBeUndefined();
  expect(requestFilter(toggleDisabled(start(chip('model', 'a')), 1))).toBeUndefined();
});
