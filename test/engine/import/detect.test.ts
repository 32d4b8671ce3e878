import { expect, test } from 'vitest';
import { detectSource } from '../../../electron/engine/import/detect.ts';
import { previewSource } from '../../../electron/engine/import/preview.ts';
import { canonical, fileWith, importCsv, newCase } from '../support.ts';

test('canonical headers map themselves; times with a zone need none chosen', async () => {
  const open = await newCase();
  const path = fileWith('timestamp,account_id,model\n2026-05-04T00:00:00Z,ac_1,m\n');
  const detection = await detectSource(open.db, path);
  expect(detection).toMatchObject({ format: 'CSV, comma, UTF-8', zoneNeeded: false, importedUs: null });
  expect(detection.mapping).toEqual(canonical('timestamp', 'account_id', 'model'));
});

test('an unknown header is not guessed; a column of times is found; a zone is asked for', async () => {
  const open = await newCase();
  const path = fileWith('when it was;who\n2026-05-04 00:00:00;ac_1\n2026-05-04 00:00:01;ac_2\n');
  const { mapping, zoneNeeded, columns } = await detectSource(open.db, path);
  expect(mapping).toEqual({
    columns: { timestamp: 'when it was' },
    timeFormat: 'iso',
    timeZone: null,
    delimiter: ';',
  });
  expect(zoneNeeded).toBe(true);
  expect(columns[1]).toEqual({ name: 'who', samples: ['ac_1', 'ac_2'] });
});

test.each([
  ['unix_s', '1777902309'],
  ['unix_ms', '1777902309123'],
  ['unix_us', '1777902309123456'],
  ['unix_ns', '1777902309123456789'],
])('numbers are taken for %s by their size', async (format, text) => {
  const open = await newCase();
  const { mapping, zoneNeeded } = await detectSource(open.db, fileWith(`ts,account_id\n${text},ac_1\n`));
  expect(mapping.timeFormat).toBe(format);
  expect(zoneNeeded).toBe(false);
});

test('a file with the columns of one imported before is read like that one, zone included', async () => {
  const open = await newCase();
  const header = 'when it was;who;model';
  const mapping = {
    columns: { timestamp: 'when it was', account_id: 'who' },
    timeFormat: 'iso',
    timeZone: '+08:00',
    delimiter: ';',
  } as const;
  await importCsv(open, `${header}\n2026-05-04 00:00:00;ac_1;m\n`, mapping);
  const next = await detectSource(open.db, fileWith(`${header}\n2026-05-05 00:00:00;ac_2;m\n`));
  expect(next.mapping).toEqual(mapping);
  expect(next.zoneNeeded).toBe(true);
  const other = await detectSource(open.db, fileWith(`${header};more\n2026-05-05 00:00:00;ac_2;m;x\n`));
  expect(other.mapping.columns.account_id).toBeUndefined();
});

test('a preview marks what is wrong cell by cell, and why a row would be rejected', async () => {
  const path = fileWith(
    'timestamp,account_id,input_tokens\n2026-05-04T00:00:00Z,ac_1,12\nsoon,ac_2,many\n,,\nshort\n',
  );
  const { fields, rows } = await previewSource(path, canonical('timestamp', 'account_id', 'input_tokens'));
  expect(fields).toEqual(['timestamp', 'account_id', 'input_tokens']);
  expect(rows.map(({ reject }) => reject)).toEqual([
    null,
    null,
    'No account id',
    '1 cells where the header has 3',
  ]);
  expect(rows[0].cells.every(({ problem }) => problem === undefined)).toBe(true);
  expect(rows[1].cells.map(({ problem }) => problem?.split(/[:;]/)[0])).toEqual([
    'This is no date and time',
    undefined,
    'No number',
  ]);
  expect(rows[3].line).toBe(5);
});
