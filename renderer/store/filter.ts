import type { Chip, Filter } from '../../shared/contract/filters.ts';
import { sameRange, viewLimits } from '../draw/time-scale.ts';
import type { Range } from './view-history.ts';

interface Kept {
  /** It stays in its place without being asked of anything. */
  readonly disabled: boolean;
  /** Clearing the filter leaves it. */
  readonly pinned: boolean;
}

export interface FilterChip extends Chip, Kept {
  /** Known by it within its filter. */
  readonly id: number;
}

/** A time, or with `negate` all other time. */
export interface TimeTaken extends Range {
  readonly negate: boolean;
}

export interface FilterRange extends TimeTaken, Kept {}

/** The one filter of the window, as a person arranged it. */
export interface WindowFilter {
  /** Whole quarter hours. */
  readonly range: FilterRange | null;
  readonly chips: readonly FilterChip[];
}

/** A condition of a filter: the id of a chip, or the time. */
export type ConditionId = number | 'range';

/** What Enter would add to the filter and Escape drops; its range may be finer than quarter hours. */
export type Proposal =
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'chip'; readonly chip: Chip };

export const EMPTY_FILTER: WindowFilter = { range: null, chips: [] };

/** As the contract allows. */
export const MOST_CHIPS = 50;
export const MOST_VALUES = 1000;

/** Sets the time, moved outwards to whole quarter hours, or all other time; lifts it with null. */
export function setRange(filter: WindowFilter, range: Range | null, negate = false): WindowFilter {
  if (range === null) return filter.range === null ? filter : { ...filter, range: null };
  const { fromUs, toUs } = viewLimits(range);
  const pinned = filter.range?.pinned ?? false;
  return { ...filter, range: { fromUs, toUs, negate, disabled: false, pinned } };
}

/** Whether the ends of a range had to move to become whole quarter hours. */
export function isWidened(range: Range): boolean {
  return !sameRange(viewLimits(range), range);
}

/**
 * Adds a condition. Values of a field that stand in a chip of the same sense already join it, words searched for in
 * prompts excepted; a value that was asked for in the other sense leaves the chip that says so. The filter stays as
 * it is where it would grow beyond what can be asked.
 */
export function addChip(filter: WindowFilter, { field, values, negate }: Chip): WindowFilter {
  const isOf = (chip: FilterChip, sense: boolean) =>
    chip.field === field && chip.negate === sense && !chip.disabled;
  const chips = filter.chips
    .map((chip) =>
      isOf(chip, !negate)
        ? { ...chip, values: chip.values.filter((value) => !values.includes(value)) }
        : chip,
    )
    .filter((chip) => chip.values.length > 0);
  const own = field === 'text' ? undefined : chips.find((chip) => isOf(chip, negate));
  const joined = [...new Set([...(own?.values ?? []), ...values])];
  if (joined.length > MOST_VALUES || (!own && chips.length >= MOST_CHIPS)) return filter;
  if (own)
    return { ...filter, chips: chips.map((chip) => (chip === own ? { ...own, values: joined } : chip)) };
  const same = chips.find(
    (chip) => chip.negate === negate && chip.field === field && sameValues(chip, joined),
  );
  if (same)
    return { ...filter, chips: chips.map((chip) => (chip === same ? { ...same, disabled: false } : chip)) };
  const id = 1 + Math.max(0, ...filter.chips.map((chip) => chip.id));
  return {
    ...filter,
    chips: [...chips, { id, field, values: joined, negate, disabled: false, pinned: false }],
  };
}

/** Takes a value out of a field's chips of a sense: the other way of `addChip`. */
export function dropValue(filter: WindowFilter, { field, values, negate }: Chip): WindowFilter {
  const chips = filter.chips
    .map((chip) =>
      chip.field === field && chip.negate === negate
        ? { ...chip, values: chip.values.filter((value) => !values.includes(value)) }
        : chip,
    )
    .filter((chip) => chip.values.length > 0);
  return { ...filter, chips };
}

/** Turns a condition into its opposite. */
export function negateCondition(filter: WindowFilter, id: ConditionId): WindowFilter {
  if (id !== 'range') return changeChip(filter, id, (chip) => ({ ...chip, negate: !chip.negate }));
  const { range } = filter;
  return range ? { ...filter, range: { ...range, negate: !range.negate } } : filter;
}

export function toggleDisabled(filter: WindowFilter, id: ConditionId): WindowFilter {
  return toggle(filter, id, 'disabled');
}

export function togglePinned(filter: WindowFilter, id: ConditionId): WindowFilter {
  return toggle(filter, id, 'pinned');
}

export function dropCondition(filter: WindowFilter, id: ConditionId): WindowFilter {
  if (id === 'range') return { ...filter, range: null };
  return { ...filter, chips: filter.chips.filter((chip) => chip.id !== id) };
}

/** Drops every condition that is not pinned. */
export function clearFilter({ range, chips }: WindowFilter): WindowFilter {
  return { range: range?.pinned ? range : null, chips: chips.filter(({ pinned }) => pinned) };
}

export function applyProposal(filter: WindowFilter, proposal: Proposal): WindowFilter {
  return proposal.kind === 'range' ? setRange(filter, proposal.range) : addChip(filter, proposal.chip);
}

/** What is asked of the engine: the conditions in force. */
export function askedFilter(filter: WindowFilter): Filter {
  const { chips } = filter;
  return {
    range: rangeInForce(filter),
    chips: chipsInForce(chips).map(({ field, values, negate }) => ({ field, values: [...values], negate })),
  };
}

/** The time in force, or null. */
export function rangeInForce({ range }: WindowFilter): TimeTaken | null {
  return range && !range.disabled ? { fromUs: range.fromUs, toUs: range.toUs, negate: range.negate } : null;
}

/**
 * What is asked of single requests that a view lists or draws over a time of its own: all but a time that is taken; of
 * one that is left out that too. Undefined where nothing is asked.
 */
export function requestFilter(filter: WindowFilter): Filter | undefined {
  const { range, chips } = askedFilter(filter);
  const left = { range: range?.negate ? range : null, chips };
  return left.range !== null || chips.length > 0 ? left : undefined;
}

export function isAsking(filter: WindowFilter): boolean {
  return rangeInForce(filter) !== null || chipsInForce(filter.chips).length > 0;
}

/** The conditions that an answer names by their places in `askedFilter`. */
export function conditionsAt(
  { chips }: WindowFilter,
  places: readonly (number | 'range')[],
): readonly ConditionId[] {
  const asked = chipsInForce(chips);
  return places.flatMap((place) => (place === 'range' ? place : (asked[place]?.id ?? [])));
}

function chipsInForce(chips: readonly FilterChip[]): readonly FilterChip[] {
  return chips.filter(({ disabled }) => !disabled);
}

function sameValues({ values }: FilterChip, others: readonly (string | null)[]): boolean {
  return values.length === others.length && values.every((value) => others.includes(value));
}

function toggle(filter: WindowFilter, id: ConditionId, what: keyof Kept): WindowFilter {
  if (id !== 'range') return changeChip(filter, id, (chip) => ({ ...chip, [what]: !chip[what] }));
  const { range } = filter;
  return range ? { ...filter, range: { ...range, [what]: !range[what] } } : filter;
}

function changeChip(
  filter: WindowFilter,
  id: ConditionId,
  change: (chip: FilterChip) => FilterChip,
): WindowFilter {
  return { ...filter, chips: filter.chips.map((chip) => (chip.id === id ? change(chip) : chip)) };
}
