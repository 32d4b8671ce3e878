import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detectSource } from '../../../electron/engine/import/detect.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { logFiles } from '../../../electron/engine/import/log-files.ts';
import { completeMapping, readMappingFile } from '../../../electron/engine/import/mapping-file.ts';
import { previewSource } from '../../../electron/engine/import/preview.ts';
import { listSources } from '../../../electron/engine/import/sources.ts';
import { longestGap, longestGapOfBins } from '../../../electron/engine/import/times-seen.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { canonical, fileWith, importCsv, newCase, tempFolder } from '../support.ts';

const HEADER = 'timestamp,account_id';
const ROW = '2026-05-04T00:00:00Z,ac_1';
const object = (more = '') => `{"timestamp":"2026-05-04T00:00:00Z","account_id":"ac_1"${more}}`;

// A file, and the warning that both detection and the imported source have of it.
test.each([
  ['has_more', `{"data":[${object()}],"has_more":true}`, /more pages follow/],
  ['has_more before the list', `{"has_more": true, "data":[${object()}]}`, /more pages follow/],
  ['next_page', `{"data":[${object()}],"next_page":"page_2"}`, /more pages follow/],
  ['a key twice', `${object(',"n":1,"n":2')}\n${object()}`, /twice in one JSON object \(1 seen\)/],
  ['a name twice in the header', `${HEADER},model,model\n${ROW},a,b\n`, /more than once \(model\)/],
  ['byte order marks inside', `\ufeff${HEADER}\n\ufeff${ROW}\n`, /marks stand inside the file \(1 seen\)/],
  ['a total below', `${HEADER}\n${ROW}\nTotal,\n`, /last row looks like a total/],
  [
    'a zone above the header',
    `Time zone: PST\nx\n${HEADER},n\n${ROW},1\n`,
    /speaks of a time zone: “Time zone: PST”/,
  ],
  ['a sampling rate', `${HEADER},sampling_rate\n${ROW},0.1\n`, /sampling_rate says that only some/],
  ['ids cut by a spreadsheet', `${HEADER},api_key_id\n${ROW},1.23457E+18\n`, /cut the digits of ids/],
] as const)('%s', async (_, text, warning) => {
  const open = await newCase();
  const path = fileWith(text, 'log');
  const detection = await detectSource(open.db, path);
  expect(detection.warnings.filter((said) => warning.test(said))).toHaveLength(1);
  const { sources } = await importFile(open, path, detection.mapping, unwatched);
  expect(sources[0].warnings.filter((said) => warning.test(said))).toHaveLength(1);
  expect(listSources(open.db)[0].warnings).toEqual(sources[0].warnings);
});

test.each([
  ['the last page', `{"data":[${object()}],"has_more":false,"next_page":null}`],
  ['whole records', `${object(',"n":null,"m":1')}\n${object()}`],
  ['a plain table', `${HEADER},sampling_rate,total\n${ROW},1,5\n`],
])('%s has no warning', async (_, text) => {
  const open = await newCase();
  const { warnings, mapping } = await detectSource(open.db, fileWith(text, 'log'));
  expect(warnings).toEqual([]);
  const { sources } = await importFile(open, fileWith(text, 'log'), mapping, unwatched);
  expect(sources[0].warnings).toEqual([]);
});

test('a zone in a column beside, or as an abbreviation, is spoken of and not applied', async () => {
  const open = await newCase();
  const beside = await detectSource(
    open.db,
    fileWith(`${HEADER},timezone\n2026-05-04 10:00:00,ac_1,Asia/Kolkata\n`),
  );
  expect(beside.warnings[0]).toMatch(/timezone seems to hold the zone .*Asia\/Kolkata/);
  expect(beside.zoneNeeded).toBe(true);
  const behind = await detectSource(open.db, fileWith(`${HEADER}\n2026-05-04 10:00:00 IST,ac_1\n`));
  expect(behind.warnings.join()).toMatch(/end in IST/);
});

test('more than 1 in 20 refused rows are said, in the source and in the preview', async () => {
  const open = await newCase();
  const rows = Array.from({ length: 100 }, (_, i) => (i < 6 ? '2026-05-04T00:00:00Z,' : ROW));
  const text = `${HEADER}\n${rows.join('\n')}\n`;
  const mapping = canonical('timestamp', 'account_id');
  expect(await previewSource(fileWith(text), mapping)).toMatchObject({ sampled: 100, refused: 6 });
  expect((await importCsv(open, text, mapping)).warnings).toEqual([
    expect.stringMatching(/^6 of 100 rows are refused \(6 %\)/),
  ]);
});

test('what times look like is told by the preview and by the source alike', async () => {
  const open = await newCase();
  const times = [
    '2026-05-04 00:00:00',
    '2026-05-04 10:07:00',
    '2026-05-09 00:00:00',
    '2009-01-01 01:00:00',
    '2099-01-01 01:00:00',
    'soon',
  ];
  const text = `t,who\n${times.map((time) => `${time},ac`).join('\n')}\n`;
  const mapping = {
    columns: { timestamp: 't', account_id: 'who' },
    timeFormat: 'iso',
    timeZone: '+02:00',
    delimiter: ',',
  } as const;
  const us = (iso: string) => Date.parse(iso) * 1000;
  const counts = {
    rows: 6,
    withoutTime: 1,
    future: 1,
    before2015: 1,
    atMidnight: 2,
    zone: '+02:00',
    zoneFrom: 'chosen',
  };
  const preview = await previewSource(fileWith(text), mapping);
  expect(preview.times).toMatchObject({
    ...counts,
    firstUs: us('2008-12-31T23:00:00Z'),
    gap: { fromUs: us('2026-05-08T22:00:00Z'), toUs: us('2098-12-31T23:00:00Z') },
  });
  const source = await importCsv(open, text, mapping);
  // To the quarter hour: the one that holds a time is not part of the gap.
  expect(source.times).toMatchObject({
    ...counts,
    gap: { fromUs: us('2026-05-08T22:15:00Z'), toUs: us('2098-12-31T23:00:00Z') },
  });
});

test('the longest gap', () => {
  expect(longestGap([5, Number.NaN, 1, 2])).toEqual({ fromUs: 2, toUs: 5 });
  expect(longestGap([5, 5])).toBeNull();
  expect(longestGap([])).toBeNull();
  expect(longestGapOfBins([1, 2, 5, 6])).toEqual({ fromUs: 3 * 900e6, toUs: 5 * 900e6 });
  expect(longestGapOfBins([1, 2])).toBeNull();
});

test('what detection leaves open has to stand in the mapping file', async () => {
  const open = await newCase();
  const path = fileWith(`${HEADER}\n03/04/2026 10:00,ac_1\n`);
  await expect(completeMapping(open.db, path, null)).rejects.toMatchObject({
    code: 'BAD_MAPPING',
    message: expect.stringContaining('day_month_year, month_day_year'),
  });
  const given = await readMappingFile(
    fileWith('{"time_format":"month_day_year","timezone":"UTC"}', 'm.json'),
  );
  const mapping = await completeMapping(open.db, path, given);
  expect(mapping).toMatchObject({ timeFormat: 'month_day_year', timeZone: 'UTC' });
  const { rows } = await previewSource(path, mapping);
  expect(rows[0].timeUs).toBe(Date.parse('2026-03-04T10:00:00Z') * 1000);
  await expect(readMappingFile(fileWith('{"time_format":"roman"}'))).rejects.toMatchObject({
    code: 'BAD_MAPPING',
  });
  const syslog = fileWith(`${HEADER}\nNov 20 10:00:00,ac_1\n`);
  await expect(completeMapping(open.db, syslog, null)).rejects.toThrow(/name no year/);
  const named = fileWith('timestamp [UTC],account_id\n2026-05-04 10:00:00,ac_1\n');
  const columns = { timestamp: 'timestamp [UTC]', account_id: 'account_id' };
  expect(await completeMapping(open.db, named, { columns, timeZone: null })).toMatchObject({
    timeZone: 'UTC',
  });
});

test('a folder stands for the files in it and below, in order, without what is no log', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'b/deep'), { recursive: true });
  for (const name of ['b/deep/2.csv', 'a.csv', '.hidden.csv', 'x.swcase', 'b/1.csv'])
    writeFileSync(join(folder, name), 'x');
  writeFileSync(join(folder, 'empty.csv'), '');
  expect(await logFiles(folder)).toEqual(
    ['a.csv', 'b/1.csv', 'b/deep/2.csv'].map((name) => join(folder, name)),
  );
  expect(await logFiles(join(folder, 'a.csv'))).toEqual([join(folder, 'a.csv')]);
  await expect(logFiles(tempFolder())).rejects.toMatchObject({ code: 'NOT_A_LOG' });
});
