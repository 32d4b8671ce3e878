import { expect, test } from 'vitest';
import { statedFields, statusHistory } from '../../../../renderer/features/account/record-model.ts';
import type { AccountRecord } from '../../../../shared/contract/records.ts';

const NOTHING: AccountRecord = {
  account: 'ac_1',
  accountId: 1,
  source: 'a'.repeat(64),
  row: 1,
  organizationId: null,
  createdUs: null,
  plan: null,
  signupRoute: null,
  email: null,
  phoneHash: null,
  paymentFingerprint: null,
  cardBin: null,
  kycLevel: null,
  declaredUse: null,
  trainingAllowed: null,
  reseller: null,
  status: null,
  statusChangedUs: null,
  unread: {},
  extra: {},
};
const HISTORY: readonly AccountRecord[] = [
  { ...NOTHING, plan: 'free', status: 'active', createdUs: 0, extra: { Plan: 'x', region: 'west' } },
  {
    ...NOTHING,
    row: 2,
    plan: 'pro',
    status: 'suspended',
    statusChangedUs: 60_000_000,
    trainingAllowed: false,
    unread: { created: 'soon', reseller: 'perhaps' },
    extra: { region: 'east' },
  },
  { ...NOTHING, row: 3, kycLevel: 'card' },
];

test('each field stands as the latest record that states it says', () => {
  const fields = statedFields(HISTORY, 'UTC');
  expect(fields.map(({ title, value, unread }) => [title, value, unread])).toEqual([
    ['Created', '1970-01-01 00:00 (UTC)', false],
    ['Plan', 'pro', false],
    ['KYC level', 'card', false],
    ['Training allowed', 'no', false],
    ['Reseller', 'perhaps', true],
    ['Plan', 'x', false],
    ['region', 'east', false],
  ]);
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
  expect(statedFields([], 'UTC')).toEqual([]);
});

test('the history names statuses alone, with the time of each change', () => {
  expect(statusHistory(HISTORY).map(({ row, status, sinceUs }) => [row, status, sinceUs])).toEqual([
    [1, 'active', null],
    [2, 'suspended', 60_000_000],
  ]);
});
