import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../electron/engine/canonical-json.ts';
import { type Copy, keyOf, mergeThreeWay, type RecordSet } from '../../../electron/engine/merge/three-way.ts';

const copy = (records: RecordSet, author: string): Copy => ({ records, authorOf: () => author });
const set = (records: Record<string, unknown>): RecordSet => new Map(Object.entries(records));

const annotation = (text: string, changedUs = 0) => ({ on: 'account:a', text, changedUs });
const finding = (fields: object) => ({ claim: 'c', reasoning: 'r', changedBy: 'x', changedUs: 0, ...fields });

const body = fc.oneof(
  fc.record({ text: fc.constantFrom('p', 'q', 'r'), changedUs: fc.nat(3) }),
  fc.record({ claim: fc.constantFrom('p', 'q'), reasoning: fc.constantFrom('s', 't'), changedUs: fc.nat(3) }),
);
const records = fc
  .dictionary(
    fc
      .tuple(fc.constantFrom('annotation', 'finding'), fc.constantFrom('1', '2', '3', '4'))
      .map(([k, id]) => keyOf(k, id)),
    body,
  )
  .map(set);

const text = (all: RecordSet) => canonicalJson([...all].sort(([a], [b]) => (a < b ? -1 : 1)));

test('merging is symmetric, conflicts included', () => {
  fc.assert(
    fc.property(records, records, records, (before, one, other) => {
      const forth = mergeThreeWay(before, copy(one, 'Ada'), copy(other, 'Bob'));
      const back = mergeThreeWay(before, copy(other, 'Bob'), copy(one, 'Ada'));
      expect(text(forth.records)).toBe(text(back.records));
      expect([...forth.conflicts.keys()].sort()).toEqual([...back.conflicts.keys()].sort());
    }),
    { numRuns: 2000, seed: 3 },
  );
});

test('nothing that anybody wrote is lost: it stands, or a conflict shows it', () => {
  fc.assert(
    fc.property(records, records, records, (before, one, other) => {
      const { records: merged, conflicts } = mergeThreeWay(before, copy(one, 'Ada'), copy(other, 'Bob'));
      const shown = [...conflicts.values()];
      for (const [mine, theirs] of [
        [one, other],
        [other, one],
      ]) {
        for (const [key, written] of mine) {
          if (canonicalJson(written) === canonicalJson(before.get(key) ?? null)) continue;
          // A field stands where it stands in the merged record, or as a side of a conflict on it or the whole record.
          for (const [name, value] of Object.entries(written as object)) {
            if (name === 'changedUs') continue;
            if (
              canonicalJson(value) ===
              canonicalJson((before.get(key) as Record<string, unknown>)?.[name] ?? null)
            )
              continue;
            const stands = (merged.get(key) as Record<string, unknown> | undefined)?.[name];
            const sides = shown
              .filter((conflict) => keyOf(conflict.kind, conflict.id) === key)
              .flatMap(({ field, sides: both }) =>
                both.map((side) =>
                  field === null ? (side.value as Record<string, unknown>)?.[name] : side.value,
                ),
              );
            expect([stands, ...sides].map((seen) => canonicalJson(seen ?? null))).toContain(
              canonicalJson(value),
            );
          }
          expect(merged.has(key) || theirs.get(key) === undefined).toBe(true);
        }
      }
    }),
    { numRuns: 2000, seed: 5 },
  );
});

test('merging with an unchanged copy, or with itself, changes nothing and asks nothing', () => {
  fc.assert(
    fc.property(records, records, (before, one) => {
      for (const other of [before, one]) {
        const merged = mergeThreeWay(before, copy(one, 'Ada'), copy(other, 'Bob'));
        expect(text(merged.records)).toBe(text(one));
        expect(merged.conflicts.size).toBe(0);
      }
    }),
    { numRuns: 1000, seed: 7 },
  );
});

test('two who change different fields of a finding agree; of the same field both are shown', () => {
  const before = set({ 'finding 1': finding({}) });
  const ada = set({ 'finding 1': finding({ claim: 'by Ada', changedBy: 'Ada', changedUs: 1 }) });
  const bob = set({ 'finding 1': finding({ reasoning: 'by Bob', changedBy: 'Bob', changedUs: 2 }) });
  const both = mergeThreeWay(before, copy(ada, 'Ada'), copy(bob, 'Bob'));
  expect(both.conflicts.size).toBe(0);
  expect(both.records.get('finding 1')).toEqual(
    finding({ claim: 'by Ada', reasoning: 'by Bob', changedBy: 'Bob', changedUs: 2 }),
  );
  const eve = set({ 'finding 1': finding({ claim: 'by Eve', changedBy: 'Eve', changedUs: 9 }) });
  const { records: merged, conflicts } = mergeThreeWay(before, copy(ada, 'Ada'), copy(eve, 'Eve'));
  expect([...conflicts.values()]).toEqual([
    {
      kind: 'finding',
      id: '1',
      field: 'claim',
      before: 'c',
      sides: [
        { value: 'by Ada', author: 'Ada' },
        { value: 'by Eve', author: 'Eve' },
      ],
      stands: 1,
    },
  ]);
  expect(merged.get('finding 1')).toMatchObject({ claim: 'by Eve', changedBy: 'Eve' });
});

test('what one takes away and the other changes stays, and both are asked', () => {
  const before = set({ 'annotation 1': annotation('old') });
  const changed = set({ 'annotation 1': annotation('new', 5) });
  const { records: merged, conflicts } = mergeThreeWay(before, copy(set({}), 'Ada'), copy(changed, 'Bob'));
  expect(merged.get('annotation 1')).toEqual(annotation('new', 5));
  expect([...conflicts.values()]).toMatchObject([
    { field: null, before: annotation('old'), sides: [{ author: 'Ada', value: null }, { author: 'Bob' }] },
  ]);
});
