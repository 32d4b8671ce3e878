import { expect, test } from 'vitest';
import type { AccountTraits } from '../../../electron/engine/analysis/account-traits.ts';
import { contractTerm } from '../../../electron/engine/analysis/contract-terms.ts';

const seat = (trainingAllowed: boolean | null | undefined) =>
  ({ record: trainingAllowed === undefined ? null : { trainingAllowed } }) as unknown as AccountTraits;

test('a silent seat has the contract of its customer, where the customer’s records agree', () => {
  const traits = [seat(true), seat(null), seat(undefined), seat(false), seat(true), seat(null), seat(null)];
  const customers = Uint32Array.of(0, 0, 0, 3, 3, 3, 6);
  expect(contractTerm(traits, customers, ({ trainingAllowed }) => trainingAllowed)).toEqual([
    true,
    true,
    true,
    // Its own word counts, however others of the customer differ; silent ones then have none.
    false,
    true,
    null,
    null,
  ]);
});
