import type { Database } from '../case/database.ts';
import { notesVersion } from '../case/versions.ts';
import { referenceAccounts } from '../cohorts/reference-accounts.ts';
import { Recent } from '../recent.ts';
import type { AccountSet } from './account-sets.ts';
import type { AccountsOfCase } from './accounts-of-case.ts';
import type { CellIndex } from './cell-index.ts';
import { type Failures, SEVERAL } from './failures.ts';
import { type StepTable, stepTable } from './step-table.ts';

/** One for the activity of views, one for that by quarter hours. */
const KEPT_TABLES = 2;

/** The accounts of a case under examination: all but those of the benign reference. */
export interface Examined {
  readonly set: AccountSet;
  readonly accounts: number;
  /** All theirs. */
  readonly requests: number;
  /** Their requests over time in steps of so many quarter hours; the first asking for a width takes longer. */
  steps(stepBins: number): StepTable;
}

/** Tells the accounts under examination, anew once people have marked a source as reference or taken that back. */
export function examinedReader(db: Database, accounts: AccountsOfCase, index: CellIndex): () => Examined {
  let known: { readonly version: string; readonly examined: Examined } | null = null;
  return () => {
    const version = notesVersion(db);
    if (known?.version === version) return known.examined;
    const reference = referenceAccounts(db);
    const set = Uint8Array.from(accounts.totals, ({ id }) => (reference.has(id) ? 0 : 1));
    const before = known?.examined;
    const examined =
      before && set.every((is, place) => is === before.set[place])
        ? before
        : examinedOf(set, accounts, index);
    known = { version, examined };
    return examined;
  };
}

function examinedOf(set: AccountSet, { totals }: AccountsOfCase, index: CellIndex): Examined {
  const own = totals.filter((_, place) => set[place] === 1);
  const tables = new Recent<StepTable>(KEPT_TABLES);
  return {
    set,
    accounts: own.length,
    requests: own.reduce((sum, { requests }) => sum + requests, 0),
    steps: (stepBins) => tables.obtain(String(stepBins), () => stepTable(index, stepBins, set)),
  };
}

/** The same failures, with every account that is not under examination failing: what counts the case leaves it out. */
export function amongExamined({ ofCombination, ofAccount }: Failures, { set }: Examined): Failures {
  return {
    ofCombination,
    ofAccount: ofAccount.map((failed, place) => (set[place] === 1 ? failed : SEVERAL)),
  };
}
