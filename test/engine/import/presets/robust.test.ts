import { expect, test } from 'vitest';
import { isObject, parseJson } from '../../../../electron/engine/import/presets/json-value.ts';
import type { Preset, PresetRow } from '../../../../electron/engine/import/presets/preset.ts';
import { PRESETS } from '../../../../electron/engine/import/presets/registry.ts';
import { unwrap } from '../../../../electron/engine/import/presets/unwrap.ts';
import { importText, lines } from './import-text.ts';
import { RECORDS } from './shapes-of-records.ts';

const ODD = [null, [], {}, 'x', '[1', '{"a":1}', 17, -3.5, true, [[1]], [{ a: null }], '', '__proto__'];

type Path = readonly (string | number)[];

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, below] of Object.entries(value)) yield* pathsOf(below, [...path, key]);
}

function withOdd(record: object, path: Path, odd: unknown): object {
  const copy = structuredClone(record) as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as typeof at;
  const last = path[path.length - 1];
  if (odd === undefined) delete at[last];
  else at[last] = odd;
  return copy;
}

function rowsOf(preset: Preset, record: object): PresetRow[] {
  const value = parseJson(JSON.stringify(record));
  if (!isObject(value)) return [];
  const place = { line: 1, raw: new Uint8Array(0) };
  const reshaping = preset.start();
  const found = unwrap(value, (inner) => preset.recognises(inner));
  const rows = found.flatMap((inner) => [...reshaping.take(inner, { skip: () => {}, place: () => place })]);
  return [...rows, ...(reshaping.finish?.() ?? [])];
}

test.each(Object.keys(RECORDS))('%s bears missing, empty and misshapen values', (id) => {
  const preset = PRESETS.find((known) => known.id === id) as Preset;
  expect(rowsOf(preset, RECORDS[id])).toHaveLength(1);
  for (const path of pathsOf(RECORDS[id])) {
    for (const odd of [...ODD, undefined]) {
      for (const { fields, extra } of rowsOf(preset, withOdd(RECORDS[id], path, odd))) {
        expect(fields.account_id).toBeTruthy();
        for (const [field, value] of Object.entries(fields)) {
          expect(preset.fields).toContain(field);
          expect(['string', 'undefined']).toContain(typeof value);
        }
        expect(extra.flat().every((text) => typeof text === 'string')).toBe(true);
      }
    }
  }
});

test('each preset has its own id, declares time and account, and says how accounts are found', () => {
  expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  for (const { fields, rules, nothing } of PRESETS) {
    expect(fields).toEqual(expect.arrayContaining(['timestamp', 'account_id']));
    expect(new Set(fields).size).toBe(fields.length);
    expect(rules.some((rule) => /[Aa]ccount/.test(rule))).toBe(true);
    for (const sentence of [...rules, nothing]) expect(sentence).toMatch(/^[A-Z].*\.$/s);
  }
});

test('text that is JSON nested beyond reason, and keys named __proto__, do no harm', async () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  const record = {
    created_at: '2026-05-04T10:00:00Z',
    model: 'm',
    tokens_in: 5,
    metadata: { user_id: 'us_1' },
  };
  const text = lines({ ...record, note: deep }, record).replace(
    '"note"',
    '"__proto__":{"polluted":1},"note"',
  );
  const { source, rows } = await importText(text);
  expect(source.stored).toBe(2);
  expect(rows[0]).toMatchObject({ account_id: 'us_1' });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
