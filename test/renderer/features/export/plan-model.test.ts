import { expect, test } from 'vitest';
import { planRows } from '../../../../renderer/features/export/plan-model.ts';

const PLAN = {
  findings: 3,
  exhibits: 12,
  annotations: 1,
  operators: 2,
  accounts: 30,
  requests: 1400,
  beyondLimit: 0,
  sources: 3,
  custodyEntries: 41,
  of: { findings: 5, annotations: 9, operators: 7, accounts: 3000, requests: 600_000 },
  smallCells: [],
  omitted: [],
};

test('the plan says of everything how much of all goes along', () => {
  expect(planRows(PLAN, null).map(({ what, amount }) => `${what} ${amount}`)).toEqual([
    'Findings 3 of 5',
    'Exhibits 12',
    'Operators 2 of 7',
    'Accounts 30 of 3,000',
    'Requests 1,400 of 600,000',
    'Annotations 1 of 9',
    'Sources 3',
    'Custody entries 41',
  ]);
});

test('requests beyond the limit are told only where there are some', () => {
  const note = (beyondLimit: number) =>
    planRows({ ...PLAN, beyondLimit }, 1000).find(({ what }) => what === 'Requests')!.note;
  expect(note(0)).toBe('');
  expect(note(250)).toBe('250 more requests of these accounts beyond the limit of 1,000 each');
});
