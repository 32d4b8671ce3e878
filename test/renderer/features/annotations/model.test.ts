import { expect, test } from 'vitest';
import {
  carriedBy,
  describeTarget,
  targetsOf,
  timeInZone,
} from '../../../../renderer/features/annotations/model.ts';
import type { AccountRecords } from '../../../../shared/contract/records.ts';
import { formatReference } from '../../../../shared/reference.ts';

const HOUR_US = 3_600_000_000;
const SOURCE = 'c'.repeat(64);

test('the account can always be annotated, then what is narrower', () => {
  expect(targetsOf('ac', 'UTC', null, null, null)).toEqual([
    { reference: 'account:ac', name: 'This account', detail: '' },
  ]);
  const targets = targetsOf(
    'ac',
    'UTC',
    { fromUs: 0, toUs: 2 * HOUR_US },
    { fromUs: 0, toUs: HOUR_US },
    `request:${SOURCE}/4`,
  );
  expect(targets.map(({ reference }) => reference)).toEqual([
    'account:ac',
    `range:0-${2 * HOUR_US}@account:ac`,
    `range:0-${HOUR_US}@account:ac`,
    `request:${SOURCE}/4`,
  ]);
  expect(targets[1]).toMatchObject({ name: 'Applied range', detail: '1970-01-01 00:00 – 02:00' });
});

test('targets in words, hostile names made visible', () => {
  expect(describeTarget('account:a\u202eb', 'UTC', true)).toBe('account a\\u{202e}b');
  expect(describeTarget('account:ac', 'UTC', false)).toBe('account');
  expect(describeTarget(`range:0-${HOUR_US}@account:ac`, 'Europe/Berlin', true)).toBe(
    'range 1970-01-01 01:00 – 02:00 of account ac',
  );
  expect(describeTarget(`request:${SOURCE}/1234`, 'UTC', true)).toBe('request, row 1,234 of source cccccccc');
  expect(describeTarget('something\nelse', 'UTC', true)).toBe('something\\nelse');
});

test('what an account carries can be annotated too, its organisation by name and identifiers as compared', () => {
  const records = [{ organizationId: 'Acme' }, { organizationId: null }, { organizationId: 'Acme' }];
  const identifiers = [
    { kind: 'organization', value: 'acme' },
    { kind: 'payment_fingerprint', value: 'pf_7' },
  ];
  const carried = carriedBy({ records, identifiers } as unknown as AccountRecords);
  expect(carried.map(formatReference)).toEqual(['organisation:Acme', 'identifier:payment_fingerprint/pf_7']);
  const targets = targetsOf('ac', 'UTC', null, null, null, { around: carried, session: 's 1' });
  expect(targets.map(({ name }) => name)).toEqual([
    'Organisation Acme',
    'Payment fingerprint pf_7',
    'This account',
    'Session s 1',
  ]);
  expect(targets.at(-1)?.reference).toBe('session:ac/s%201');
});

test('a recorded time is told in the zone of the case', () => {
  expect(timeInZone('2026-03-02T14:32:28.611000Z', 'Europe/Berlin')).toBe(
    '2026-03-02 15:32:28.611 Europe/Berlin',
  );
  expect(timeInZone('2026-03-02T14:32:20.000000Z', 'UTC')).toBe('2026-03-02 14:32:20 UTC');
  expect(timeInZone('no valid time', 'UTC')).toBe('no valid time');
});
