import type { ListedConflict } from '../../../shared/contract/merge.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatMinute } from '../../ui/format.ts';
import { describeTarget } from '../annotations/model.ts';

/** One line of a conflict: a field with what it was and is on each side. null for what is not there. */
export interface ConflictRow {
  readonly name: string;
  readonly before: string | null;
  readonly sides: readonly [string | null, string | null];
  readonly now: string | null;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  property: 'Property of the case',
  savedView: 'Saved view',
  cohortRule: 'Rule of cohorts',
  cohortMove: 'Cohort of an account',
  cohortLeftOut: 'Account left out of cohorts',
  referenceSource: 'Source of benign reference',
  graphPlace: 'Place in the graph',
};

/** What a conflict is about, in words. */
export function conflictTitle({ kind, id, now, sides, before }: ListedConflict, zone: string): string {
  const what = KIND_WORDS[kind] ?? named(kind);
  const bodies = [now, before, ...sides.map(({ value }) => value)];
  const text = (field: string) =>
    bodies.map((body) => group(body)[field]).find((value) => typeof value === 'string');
  const on = text('on');
  const title = text('claim') ?? text('title') ?? text('name');
  if (on !== undefined) return `${what} on ${describeTarget(on as string, zone, true)}`;
  if (title !== undefined) return `${what} “${shownText(title as string, { max: 80 })}”`;
  return UUID.test(id) ? what : `${what} ${shownText(id, { max: 80 })}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/** The fields in which before and the sides differ, in order of their names; a conflict of one field is one line. */
export function conflictRows(conflict: ListedConflict, zone: string): readonly ConflictRow[] {
  const { field, before, sides, now } = conflict;
  const row = (name: string, values: readonly unknown[]): ConflictRow => {
    const [was, one, other, is] = values.map((value) => valueWords(name, value, zone));
    return { name: named(name), before: was, sides: [one, other], now: is };
  };
  const all = [before, sides[0].value, sides[1].value, now];
  if (field !== null) return [row(field, all)];
  const bodies = all.map(group);
  const names = [...new Set(bodies.flatMap(Object.keys))].sort();
  const isThere = all.map((value) => value !== null && value !== undefined);
  return names
    .filter((name) => {
      const told = bodies.slice(0, 3).flatMap((body, at) => (isThere[at] ? JSON.stringify(body[name]) : []));
      return new Set(told).size > 1 || told.length < 2;
    })
    .filter((name) => name !== 'changedUs' && name !== 'changedBy')
    .map((name) =>
      row(
        name,
        bodies.map((body) => body[name]),
      ),
    );
}

/** Whether a side took the record away, or it is no more. */
export function isAway(value: unknown): boolean {
  return value === null || value === undefined;
}

function valueWords(name: string, value: unknown, zone: string): string | null {
  if (isAway(value)) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && name.endsWith('Us')) return `${formatMinute(zone, value)} ${zone}`;
  return JSON.stringify(value);
}

/** `changeMind` as `Change mind`. */
function named(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function group(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
