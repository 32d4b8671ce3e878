import { expect, test } from 'vitest';
import { detectSource } from '../../../../electron/engine/import/detect.ts';
import { importFile } from '../../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../../electron/engine/import/mapping-file.ts';
import { PRESETS } from '../../../../electron/engine/import/presets/registry.ts';
import { previewSource } from '../../../../electron/engine/import/preview.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { cli, fileWith, newCase, tempFolder } from '../../support.ts';
import { importText, lines } from './import-text.ts';

const record = (id: string, more: object = {}) => ({
  id,
  created_at: '2026-05-04T10:00:00Z',
  model: 'm-1',
  tokens_in: 5,
  tokens_out: 6,
  metadata: { user_id: 'us_1' },
  ...more,
});

test('detection names the preset with its rules, and the preview shows the rows it makes', async () => {
  const open = await newCase();
  const path = fileWith(lines(record('1'), record('2', { metadata: { user_id: 'us_2' } })));
  const { preset, mapping, zoneNeeded } = await detectSource(open.db, path);
  expect(preset).toMatchObject({ id: 'cloudflare', grain: 'request', title: 'Cloudflare AI Gateway log' });
  expect(preset?.rules[0]).toMatch(/^Account: a user in the metadata; \(not named\)/);
  expect(zoneNeeded).toBe(false);
  const { fields, rows } = await previewSource(path, mapping);
  expect(rows.map(({ cells }) => cells[fields.indexOf('account_id')].text)).toEqual(['us_1', 'us_2']);
});

test('without a preset the columns are read as they stand, and that is remembered', async () => {
  const open = await newCase();
  const columns = { timestamp: 'created_at', account_id: 'metadata.user_id' };
  const first = fileWith(lines(record('1')));
  const none = await detectSource(open.db, first, { preset: null });
  expect(none.preset).toBeNull();
  expect(none.columns.map(({ name }) => name)).toContain('metadata.user_id');
  const { sources } = await importFile(open, first, { ...none.mapping, columns }, unwatched);
  expect(sources[0]).toMatchObject({ preset: null, rules: [], grain: 'request', stored: 1 });
  const next = await detectSource(open.db, fileWith(lines(record('2'))));
  expect(next.preset).toBeNull();
  expect(next.mapping.columns).toEqual(columns);
});

test('columns that a person gives are those of the file, so that no preset stands between', async () => {
  const open = await newCase();
  const given = { columns: { timestamp: 'created_at', account_id: 'id' }, timeZone: null } as const;
  const mapping = await completeMapping(open.db, fileWith(lines(record('1'))), given);
  expect(mapping.preset).toBeUndefined();
});

test('a table with canonical names is read as it is, whatever else it holds', async () => {
  const { mapping } = await importText(
    'timestamp,account_id,created_at,tokens_in,model\n2026-05-04T10:00:00Z,ac_1,2026-05-04T10:00:00Z,5,m\n',
  );
  expect(mapping.preset).toBeUndefined();
  expect(mapping.columns.account_id).toBe('account_id');
});

test('records of another kind among those of a preset are rejected with the reason', async () => {
  const { source } = await importText(lines(record('1'), { other: 1 }, record('2')));
  expect(source).toMatchObject({ rowsRead: 3, stored: 2, rejected: 1 });
});

test('keys that come late are kept together', async () => {
  const many = Array.from({ length: 6000 }, (_, i) => record(String(i), i === 5999 ? { late: 'x' } : {}));
  const { source, rows } = await importText(lines(...many));
  expect(source.stored).toBe(6000);
  expect(rows[5999].extra).toEqual({ '(other)': '{"late":"x"}' });
});

test('the command line takes a preset by id and names all where there is none of that id', async () => {
  const folder = tempFolder();
  const path = `${folder}/case.swcase`;
  await cli(['create', path, '--unencrypted']);
  const log = fileWith(lines(record('1')));
  const unknown = await cli(['import', path, log, '--preset', 'nonsense']);
  expect(unknown.status).not.toBe(0);
  for (const { id } of PRESETS) expect(unknown.stderr).toContain(id);
  const wrong = await cli(['import', path, log, '--preset', 'bedrock']);
  expect(wrong.status).not.toBe(0);
  expect(wrong.stderr).toContain('No Bedrock model invocation was found');
  const right = await cli(['import', path, log, '--preset', 'cloudflare', '--json']);
  expect(JSON.parse(right.stdout).sources[0]).toMatchObject({
    preset: 'Cloudflare AI Gateway log',
    grain: 'request',
    stored: 1,
    rules: expect.arrayContaining([expect.stringContaining('Account:')]),
  });
});
