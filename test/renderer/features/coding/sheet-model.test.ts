import { expect, test } from 'vitest';
import { CODING_COMMANDS } from '../../../../renderer/features/coding/coding-commands.ts';
import {
  activitySteps,
  countCoded,
  knownFields,
  leftOutWords,
  sharedIdentifiers,
  uncodedFrom,
  withoutLabels,
} from '../../../../renderer/features/coding/sheet-model.ts';
import { FILTER_COMMANDS } from '../../../../renderer/features/filter/filter-commands.ts';
import { FRAME_COMMANDS } from '../../../../renderer/frame/commands/frame-commands.ts';
import type { AccountToCode, Code } from '../../../../shared/contract/coding.ts';
import type { AccountRecord, CarriedIdentifier } from '../../../../shared/contract/records.ts';
import { BIN_US } from '../../../../shared/contract/timeline.ts';

const sheet = (...codes: (Code | null)[]): AccountToCode[] =>
  codes.map((code, at) => ({ account: 'abcdef'[at], code, note: '' }));

test('the way to the next account without a code goes round, and ends where none other is left', () => {
  const accounts = sheet(null, 'apart', null, 'together', null);
  expect(uncodedFrom(accounts, 'a', 1)).toBe('c');
  expect(uncodedFrom(accounts, 'e', 1)).toBe('a');
  expect(uncodedFrom(accounts, 'a', -1)).toBe('e');
  expect(uncodedFrom(accounts, 'd', -1)).toBe('c');
  expect(uncodedFrom(sheet(null, 'apart'), 'a', 1)).toBeNull();
  expect(uncodedFrom(sheet('apart'), 'a', 1)).toBeNull();
  expect(countCoded(accounts)).toBe(2);
});

const RECORD: AccountRecord = {
  ...{ account: 'a', accountId: 1, source: 's', row: 1, organizationId: 'org', createdUs: null },
  ...{ plan: 'pro', signupRoute: null, email: null, phoneHash: null, paymentFingerprint: null },
  ...{ cardBin: null, kycLevel: null, declaredUse: null, trainingAllowed: null, reseller: null },
  ...{ status: 'banned', statusChangedUs: 5, unread: { created: 'never', statusChanged: 'since a ban' } },
  extra: { risk: 'campaign 7', label: 'bad' },
};

test('a record loses whatever may tell how somebody decided, and keeps what it declares', () => {
  const [record] = withoutLabels([RECORD]);
  expect(JSON.stringify(record)).not.toMatch(/ban|campaign|bad/);
  expect(record).toMatchObject({ organizationId: 'org', plan: 'pro', unread: { created: 'never' } });
  expect(leftOutWords([RECORD])).toMatch(/status of the account with its history, and 2 further columns/);
  expect(leftOutWords([{ ...RECORD, status: null, extra: { x: '1' } }])).toMatch(
    /^Left out of the tables: one further column,/,
  );
  expect(leftOutWords(withoutLabels([RECORD]))).toBeNull();
});

test('a request keeps the fields of a known meaning', () => {
  const names = ['time', 'timestamp as in the file', 'model', 'verdict', 'time', 'model', 'row in the file'];
  const kept = knownFields(names.map((name, at) => ({ name, at })));
  expect(kept.map(({ at }) => at)).toEqual([0, 1, 2, 6]);
});

test('two accounts share what is equal in kind and value', () => {
  const carries = (kind: CarriedIdentifier['kind'], value: string): CarriedIdentifier => ({
    ...{ kind, value, originals: [value], accounts: 2, ofAccounts: 9, class: null },
  });
  const one = [carries('ip', '1'), carries('device', '1'), carries('ip', '2')];
  expect(sharedIdentifiers(one, [carries('ip', '2'), carries('device', '2'), carries('ip', '1')])).toEqual([
    one[0],
    one[2],
  ]);
});

test('requests of each account are counted in equal steps over the range', () => {
  const steps = activitySteps(
    {
      from: Uint32Array.of(0, 2, 2, 3),
      bin: Int32Array.of(100, 109, 104),
      requests: Uint32Array.of(3, 4, 5),
      failed: Uint32Array.of(0, 0, 0),
    },
    { fromUs: 100 * BIN_US, toUs: 110 * BIN_US },
    5,
  );
  expect(steps.map((counts) => [...counts])).toEqual([
    [3, 0, 0, 0, 4],
    [0, 0, 0, 0, 0],
    [0, 0, 5, 0, 0],
  ]);
});

test('no key of coding means something else', () => {
  const keys = [...FRAME_COMMANDS, ...FILTER_COMMANDS, ...CODING_COMMANDS].flatMap(
    ({ keys: own = [] }) => own,
  );
  expect(new Set(keys).size).toBe(keys.length);
});
