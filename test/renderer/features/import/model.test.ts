import { expect, test } from 'vitest';
import {
  assignColumn,
  fieldOrder,
  fieldTitle,
  obstacles,
  reconcile,
  reconciliationLine,
  sharedColumns,
  unmappedColumns,
} from '../../../../renderer/features/import/model.ts';
import {
  ACCOUNT_FIELDS,
  type Detection,
  type Mapping,
  REQUEST_FIELDS,
  type Source,
} from '../../../../shared/contract/imports.ts';

const mapping: Mapping = {
  columns: { timestamp: 'when', model: 'm' },
  timeFormat: 'iso',
  timeZone: 'Europe/Berlin',
  delimiter: ',',
};
const detection: Detection = {
  kind: 'requests',
  file: 'a.csv',
  sizeBytes: 1,
  format: 'CSV',
  columns: ['when', 'm', 'who'].map((name) => ({ name, samples: [] })),
  mapping,
  preset: null,
  zoneNeeded: true,
  timeChoices: [],
  timeProblem: null,
  warnings: [],
  importedUs: null,
};
const source: Source = {
  sha256: 'a'.repeat(64),
  kind: 'requests',
  file: 'a.csv',
  format: 'CSV',
  sizeBytes: 1,
  importedUs: 0,
  rowsRead: 100,
  stored: 90,
  duplicates: 4,
  conflicts: 1,
  rejected: 5,
  repeats: 3,
  withoutTime: 2,
  mapping,
  grain: 'request',
  preset: null,
  rules: [],
  notes: [],
  warnings: [],
  times: null,
  seconds: 1,
  reference: false,
  alreadyImported: false,
};

test('nothing runs before required fields and the zone are settled', () => {
  expect(obstacles(detection, mapping, false, true)).toEqual([
    'Account id is required: choose its column.',
    'Confirm the time zone of the file.',
  ]);
  const complete = assignColumn(mapping, 'account_id', 'who');
  expect(obstacles(detection, complete, true, true)).toEqual([]);
  expect(obstacles(detection, { ...complete, timeZone: 'Mars/Base' }, true, true)).toEqual([
    'Choose the time zone of the file.',
  ]);
  expect(obstacles(detection, { ...complete, timeZone: null }, true, true)).toEqual([
    'Choose the time zone of the file.',
  ]);
  expect(
    obstacles({ ...detection, zoneNeeded: false }, { ...complete, timeZone: null }, false, true),
  ).toEqual([]);
});

test('nothing runs before the form of the times is settled, or when they tell no instant', () => {
  const complete = assignColumn(mapping, 'account_id', 'who');
  const open: Detection = { ...detection, timeChoices: ['day_month_year', 'month_day_year'] };
  expect(obstacles(open, complete, true, false)).toEqual(['Choose the form of the times.']);
  expect(obstacles(open, complete, true, true)).toEqual([]);
  const without: Detection = { ...detection, timeProblem: 'They name no year.' };
  expect(obstacles(without, complete, true, true)).toEqual(['They name no year.']);
  expect(obstacles(without, assignColumn(complete, 'timestamp', 'm'), true, true)).toEqual([]);
});

test('assigning a column changes that field alone, and lets go of it', () => {
  const assigned = assignColumn(mapping, 'account_id', 'who');
  expect(assigned.columns).toEqual({ timestamp: 'when', model: 'm', account_id: 'who' });
  expect(assignColumn(assigned, 'model', null).columns).toEqual({ timestamp: 'when', account_id: 'who' });
  expect(mapping.columns).toEqual({ timestamp: 'when', model: 'm' });
});

test('columns left over, and columns read twice', () => {
  expect(unmappedColumns(detection, mapping)).toEqual(['who']);
  expect(sharedColumns(mapping)).toEqual([]);
  expect(sharedColumns(assignColumn(mapping, 'endpoint', 'm'))).toEqual(['m']);
});

test('required fields first, then detected ones, each field once', () => {
  const order = fieldOrder(mapping);
  expect(order.slice(0, 3)).toEqual(['timestamp', 'account_id', 'model']);
  expect([...order].sort()).toEqual([...REQUEST_FIELDS].sort());
  expect([fieldTitle('api_key_id'), fieldTitle('ip')]).toEqual(['API key id', 'IP']);
});

test('the parts add up to the rows read, or it is said', () => {
  expect(reconcile(source).parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(source.rowsRead);
  expect(reconcile(source).addsUp).toBe(true);
  expect(reconcile({ ...source, rejected: 4 }).addsUp).toBe(false);
  expect(reconcile(source).remarks).toHaveLength(2);
  expect(reconcile({ ...source, repeats: 0, withoutTime: 0 }).remarks).toEqual([]);
  expect(reconciliationLine(source)).toBe(
    '100 rows read = 90 stored + 4 duplicates + 1 conflict + 5 rejected',
  );
});

test('tables of accounts and context have fields and words of their own', () => {
  const accounts: Mapping = { ...mapping, kind: 'accounts', columns: { email: 'm' } };
  expect(fieldOrder(accounts).slice(0, 2)).toEqual(['account_id', 'email']);
  expect([...fieldOrder(accounts)].sort()).toEqual([...ACCOUNT_FIELDS].sort());
  expect(obstacles({ ...detection, zoneNeeded: false }, accounts, false, true)).toEqual([
    'Account id is required: choose its column.',
  ]);
  const context: Mapping = { ...mapping, kind: 'context' };
  expect(obstacles({ ...detection, zoneNeeded: false }, context, false, true)).toEqual([
    'Label is required: choose its column.',
  ]);
  const means = (kind: Source['kind']) => reconcile({ ...source, kind }).parts[2].means;
  expect(new Set([means('requests'), means('accounts'), means('context')]).size).toBe(3);
  expect([fieldTitle('email'), fieldTitle('card_bin'), fieldTitle('kyc_level')]).toEqual([
    'E-mail',
    'Card BIN',
    'KYC level',
  ]);
});
