import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ENGINE = resolve(import.meta.dirname, '../../electron/engine');

/** Which files may write which layer: imports write imported data, commands human data, the log itself. */
const WRITERS: readonly { readonly tables: readonly string[]; readonly files: RegExp }[] = [
  {
    tables: [
      'source',
      'reject',
      'account',
      'request_chunk',
      'request_column',
      'account_total',
      'account_activity',
      'source_value',
      'account_value',
      'prompt_use',
      'account_record',
      'identifier',
      'account_identifier',
      'context_event',
    ],
    files: /^import\//,
  },
  // The texts are imported; which of them the search index holds is told beside them.
  { tables: ['prompt_block', 'prompt_search'], files: /^(?:import\/|texts\/prepare\.ts$)/ },
  { tables: ['record'], files: /^records\/write\.ts$/ },
  { tables: ['command'], files: /^commands\/act\.ts$/ },
  {
    tables: [
      'analysis_run',
      'analysis_account',
      'analysis_operator',
      'analysis_link',
      'analysis_template',
      'analysis_template_account',
      'analysis_ties',
      'analysis_shared',
      'analysis_cohort',
      'analysis_cohort_member',
      'analysis_chunk_template',
    ],
    files: /^analysis\/store(?:-cohorts|-followed)?\.ts$/,
  },
  {
    tables: ['filter_source', 'filter_combination', 'filter_account', 'filter_text'],
    files: /^filters\/store\.ts$/,
  },
  { tables: ['exhibit_check'], files: /^exhibits\/last-checks\.ts$/ },
  { tables: ['custody_log'], files: /^custody\/log\.ts$/ },
];

const WRITE = /\b(?:INSERT(?: OR IGNORE)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+(\w+)/g;

/** Loads the tables of a bundle into a temporary case, and so writes all layers; never into any other case. */
const LOADED = 'bundle/published/';
/** Saves what is whole of a damaged case into a new file, and so writes all layers; never into any other. */
const SAVED = 'case/recover/';

test('what writes any table is used by the loading of bundles alone', () => {
  const users = globSync('**/*.ts', { cwd: ENGINE }).filter((file) =>
    readFileSync(join(ENGINE, file), 'utf8').includes("/insert-of.ts'"),
  );
  expect(users.length).toBeGreaterThan(2);
  expect(users.filter((file) => !file.startsWith(LOADED))).toEqual([]);
});

test('what saves a damaged case is used by the recovery of cases alone', () => {
  const users = globSync('**/*.ts', { cwd: ENGINE }).filter(
    (file) =>
      !file.startsWith(SAVED) && /'[^']*\/recover\/[^']*'/.test(readFileSync(join(ENGINE, file), 'utf8')),
  );
  expect(users).toEqual(['case/keeping-thread.ts']);
});

test('the layers of a case are written by their own writers alone', () => {
  const offences: string[] = [];
  let writes = 0;
  for (const file of globSync('**/*.ts', { cwd: ENGINE })) {
    if (['case/migrations/', LOADED, SAVED].some((folder) => file.startsWith(folder))) continue;
    for (const [, table] of readFileSync(join(ENGINE, file), 'utf8').matchAll(WRITE)) {
      const layer = WRITERS.find(({ tables }) => tables.includes(table));
      if (!layer) continue;
      writes++;
      if (!layer.files.test(file)) offences.push(`${file} writes ${table}`);
    }
  }
  expect(offences).toEqual([]);
  expect(writes).toBeGreaterThan(10);
});
