import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkout } from '../../../../electron/dev/checkout.ts';
import {
  type Bill,
  billOfMaterials,
  billProblems,
} from '../../../../electron/dev/package/bill-of-materials.ts';
import { kindFor } from '../../../../electron/dev/package/kind.ts';
import { pick, readLock } from '../../../../electron/dev/package/locked-packages.ts';
import { readDatabase } from '../../../../electron/dev/package/sqlite.ts';

const packages = pick(
  ['node_modules/hyparquet-compressors', 'node_modules/better-sqlite3'],
  await readLock(checkout),
  true,
);
const database = await readDatabase();
const materials = {
  kind: kindFor({ version: '45.4.1', fallback: false }),
  version: '1.2.3',
  packages,
  licensed: packages.map(({ name, version }) => ({ name, version, licence: 'MIT', text: 'text' })),
  runtime: { electron: '45.4.1', chromium: '150.0.1.2', node: '24.1.0' },
  database,
  ownNode: null,
  writtenS: 1_700_000_000,
};

it('tells the versions of the database that the addon really holds', () => {
  const db = new Database(':memory:');
  const { sqlite, ciphers } = db
    .prepare('SELECT sqlite_version() sqlite, sqlite3mc_version() ciphers')
    .get() as Record<string, string>;
  db.close();
  expect(database.sqlite).toBe(sqlite);
  expect(ciphers).toContain(database.ciphers);
});

describe('the bill of materials', () => {
  const bill = billOfMaterials(materials);
  const dependsOn = (name: string) =>
    bill.dependencies
      .find(({ ref }) => ref.includes(name))
      ?.dependsOn.map((ref) => ref.replace(/^pkg:\w+\/|@[\d.]+$/g, ''));

  it('lists packages by their real names, the runtime and the database, and what depends on what', () => {
    const listed = bill.components.map(({ name, version }) => `${name} ${version}`);
    expect(listed).toEqual(
      expect.arrayContaining([
        'electron 45.4.1',
        'chromium 150.0.1.2',
        'node 24.1.0',
        `sqlite ${database.sqlite}`,
      ]),
    );
    expect(bill.components.map(({ purl }) => purl)).toContainEqual(
      expect.stringMatching(/^pkg:npm\/better-sqlite3-multiple-ciphers@[\d.]+$/),
    );
    expect(dependsOn('hyparquet-compressors')).toEqual(['fzstd', 'hysnappy']);
    expect(dependsOn('better-sqlite3')).toEqual(['sqlite3-multiple-ciphers']);
    expect(dependsOn('electron@')).toEqual(['chromium', 'node']);
    expect(bill.dependencies[0]?.ref).toBe(bill.metadata.component['bom-ref']);
  });

  it('is the same for the same materials, another for others, and tells no time but that of the sources', () => {
    expect(billOfMaterials(materials)).toEqual(bill);
    expect(bill.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(billOfMaterials({ ...materials, version: '1.2.4' }).serialNumber).not.toBe(bill.serialNumber);
    expect(bill.metadata.timestamp).toBe('2023-11-14T22:13:20.000Z');
    expect(billOfMaterials({ ...materials, writtenS: null }).metadata).not.toHaveProperty('timestamp');
  });

  it('names the second Node of a trial package', () => {
    const trial = billOfMaterials({ ...materials, ownNode: '24.9.9' });
    expect(trial.components.filter(({ name }) => name === 'node').map(({ version }) => version)).toEqual([
      '24.1.0',
      '24.9.9',
    ]);
  });

  const [first, ...others] = bill.components as [Bill['components'][number], ...Bill['components']];
  it.each<[string, Partial<Bill>]>([
    ['stands there twice', { components: [first, ...bill.components] }],
    ['is named and not listed', { components: others }],
    ['nothing depends on', { dependencies: bill.dependencies.slice(1) }],
    ['has no version', { components: [{ ...first, version: 'latest' }, ...others] }],
    ['has no licence', { components: [{ ...first, licenses: [] }, ...others] }],
    ['has no package URL', { components: [{ ...first, purl: undefined }, ...others] }],
  ])('is refused where something %s', (problem, change) => {
    expect(billProblems(bill)).toEqual([]);
    expect(billProblems({ ...bill, ...change }).join()).toContain(problem);
  });
});
