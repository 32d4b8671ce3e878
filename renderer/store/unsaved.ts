import { create } from 'zustand';
import { countFields } from './saving.ts';

/** Which text or choice it is. */
export interface FieldName {
  /** What it belongs to: a reference, or `case`. */
  readonly of: string;
  /** What it is, in words that a person is shown: `Reasoning of a finding`. */
  readonly what: string;
}

/** A text or choice that the case did not take. */
export interface Refused {
  readonly field: FieldName;
  readonly value: unknown;
}

interface Held extends Refused {
  readonly write: () => Promise<boolean>;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
  writing: Promise<void> | null;
  refused: boolean;
}

/**
 * All that was typed or chosen in fields that save by themselves and is not in the case yet, by field. It outlives its
 * field: what the case refused stays here, and stands in the field again, until it is saved or a person drops it.
 */
const held = new Map<string, Held>();

/** What the case refused; `drops` rises when a person, or the end of the case, drops all that. */
export const useUnsaved = create<{ readonly refused: readonly Refused[]; readonly drops: number }>(() => ({
  refused: [],
  drops: 0,
}));

const keyOf = ({ of, what }: FieldName): string => JSON.stringify([of, what]);

/**
 * Holds what a field says now, in place of what it said before, and saves it after a pause; null waits to be told.
 * @param write resolves to whether the case took it
 */
export function hold<Value>(
  field: FieldName,
  value: Value,
  write: (value: Value) => Promise<boolean>,
  pauseMs: number | null,
): void {
  const key = keyOf(field);
  clearTimeout(held.get(key)?.timer);
  const timer = pauseMs === null ? undefined : setTimeout(() => void saveHeld(field), pauseMs);
  held.set(key, { field, value, write: () => write(value), timer, writing: null, refused: false });
  count();
}

/** What the field holds that is not saved; undefined for nothing. */
export function heldValue(field: FieldName): unknown {
  return held.get(keyOf(field))?.value;
}

/** Whether the field holds something that is not saved. */
export function isHeld(field: FieldName): boolean {
  return held.has(keyOf(field));
}

/** The field says again what is kept. */
export function letGo(field: FieldName): void {
  const key = keyOf(field);
  clearTimeout(held.get(key)?.timer);
  if (held.delete(key)) count();
}

/** Saves what the field holds, now; it is posted to the engine before this returns. */
export function saveHeld(field: FieldName): Promise<void> {
  const key = keyOf(field);
  const one = held.get(key);
  if (!one) return Promise.resolve();
  // Sent twice it could bring back what was removed since with all that belongs to it.
  if (one.writing) return one.writing;
  clearTimeout(one.timer);
  one.writing = one.write().then(
    (taken) => ended(key, one, taken),
    () => ended(key, one, false),
  );
  count();
  return one.writing;
}

function ended(key: string, one: Held, taken: boolean): void {
  one.writing = null;
  // Something else was typed meanwhile.
  if (held.get(key) !== one) return;
  if (taken) held.delete(key);
  else one.refused = true;
  count();
}

/** Saves all that fields hold, what was refused before too. @returns whether nothing is left */
export async function saveAll(): Promise<boolean> {
  do {
    await Promise.all([...held.values()].map(({ field }) => saveHeld(field)));
  } while ([...held.values()].some(({ refused }) => !refused));
  return held.size === 0;
}

/** Forgets all that is not saved; fields show what is kept. */
export function dropUnsaved(): void {
  for (const { timer } of held.values()) clearTimeout(timer);
  held.clear();
  count();
  useUnsaved.setState(({ drops }) => ({ drops: drops + 1 }));
}

/**
 * Saves with the window, whose end takes the fields along: what is posted to the engine before that still arrives.
 * While the case refuses something, the window stays, and `ask` is called. Called once.
 */
export function startUnsaved(ask: () => void): void {
  window.addEventListener('pagehide', () => void saveAll());
  window.addEventListener('beforeunload', (event) => {
    if (useUnsaved.getState().refused.length === 0) return;
    event.preventDefault();
    ask();
  });
}

function count(): void {
  const all = [...held.values()];
  const refused = all.filter((one) => one.refused);
  countFields(all.length - refused.length, refused.length);
  useUnsaved.setState({ refused: refused.map(({ field, value }) => ({ field, value })) });
}
