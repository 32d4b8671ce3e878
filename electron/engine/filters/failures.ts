import { type Chip, REQUEST_FIELDS, type RequestChipField } from '../../../shared/contract/filters.ts';
import type { AccountSet } from './account-sets.ts';
import type { CellIndex } from './cell-index.ts';

/** What stands where every condition is met, and where conditions of more than one group are not. */
export const MET = 0;
export const SEVERAL = 255;

/**
 * Which group of conditions a combination, or an account, fails: MET, the one group that it fails, or SEVERAL. So one
 * pass over the requests counts what is left, and beside it what would be left without any one group.
 */
export interface Failures {
  readonly ofCombination: Uint8Array;
  readonly ofAccount: Uint8Array;
}

/** @param groupOf from 1 to 254 by the place of a chip. */
export function findFailures(
  index: CellIndex,
  chips: readonly Chip[],
  accountSets: readonly (AccountSet | undefined)[],
  groupOf: (place: number) => number,
): Failures {
  const ofCombination = new Uint8Array(index.combinations);
  const ofAccount = new Uint8Array(index.accounts);
  chips.forEach((chip, place) => {
    const group = groupOf(place);
    const set = accountSets[place];
    if (set) {
      for (let a = 0; a < ofAccount.length; a++)
        if ((set[a] === 1) === chip.negate) fail(ofAccount, a, group);
      return;
    }
    const field = REQUEST_FIELDS.indexOf(chip.field as RequestChipField);
    const isWanted = new Uint8Array(index.values[field].count);
    for (const value of chip.values) {
      const number = index.values[field].find(value);
      if (number !== undefined) isWanted[number] = 1;
    }
    for (let c = 0; c < ofCombination.length; c++) {
      const number = index.valueNumbers[c * REQUEST_FIELDS.length + field];
      if ((isWanted[number] === 1) === chip.negate) fail(ofCombination, c, group);
    }
  });
  return { ofCombination, ofAccount };
}

function fail(failures: Uint8Array, at: number, group: number): void {
  if (failures[at] === MET) failures[at] = group;
  else if (failures[at] !== group) failures[at] = SEVERAL;
}
