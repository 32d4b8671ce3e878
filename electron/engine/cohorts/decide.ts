import {
  COHORT_TRAITS,
  type CohortRule,
  DEFAULT_COHORT_RULE,
  REFERENCE_PREFIX,
} from '../../../shared/contract/cohorts.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { ImportResult } from '../../../shared/contract/imports.ts';
import { mustFindAccount } from '../accounts/totals.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import { act } from '../commands/act.ts';
import { shortened } from '../commands/shortened.ts';
import { referenceAccounts } from './reference-accounts.ts';
import { storedCohort } from './stored-cohorts.ts';

const accountsIn = (accounts: readonly string[]) =>
  accounts.length === 1 ? shortened(accounts[0]) : `${accounts.length} accounts`;

/** Sets which traits make cohorts; what stands already writes nothing. */
export function changeRule(open: Case, { traits, leastMembers }: CohortRule): null {
  const rule = { traits: COHORT_TRAITS.filter((trait) => traits.includes(trait)), leastMembers };
  const isDefault = canonicalJson(rule) === canonicalJson(DEFAULT_COHORT_RULE);
  act(open, {
    action: 'cohorts.setRule',
    title: 'change what makes cohorts',
    changes: [{ kind: 'cohortRule', id: 'rule', body: isDefault ? null : rule }],
  });
  return null;
}

/** @throws StillwatchError NOT_FOUND, BAD_ARGS; see the contract. */
export function moveTo(open: Case, accounts: readonly string[], cohort: string | null): null {
  const { db } = open;
  const name = cohort === null ? null : cohort.trim().toWellFormed();
  if (name?.startsWith(REFERENCE_PREFIX) && !storedCohort(db, name))
    throw new StillwatchError(
      'BAD_ARGS',
      `Names that begin with '${REFERENCE_PREFIX.trim()}' are those of the benign reference, and the last analysis made none of this name. Nothing was changed. Choose another name.`,
    );
  const reference = referenceAccounts(db);
  for (const account of accounts) {
    if (!reference.has(mustFindAccount(db, account))) continue;
    throw new StillwatchError(
      'BAD_ARGS',
      'One of these accounts belongs to the benign reference, whose cohorts are made of traits alone. Nothing was changed. It can be left out instead.',
    );
  }
  act(open, {
    action: 'cohorts.move',
    title: `move ${accountsIn(accounts)} to another cohort`,
    changes: [...new Set(accounts)].map((id) => ({
      kind: 'cohortMove',
      id,
      body: name === null ? null : { cohort: name },
    })),
  });
  return null;
}

/** @throws StillwatchError NOT_FOUND */
export function setLeftOut(open: Case, accounts: readonly string[], leftOut: boolean): null {
  for (const account of accounts) mustFindAccount(open.db, account);
  act(open, {
    action: 'cohorts.leaveOut',
    title: leftOut
      ? `leave ${accountsIn(accounts)} out of comparisons`
      : `take ${accountsIn(accounts)} into comparisons`,
    changes: [...new Set(accounts)].map((id) => ({ kind: 'cohortLeftOut', id, body: leftOut ? {} : null })),
  });
  return null;
}

/** @throws StillwatchError NOT_FOUND; BAD_ARGS for a table of context, which has no accounts. */
export function setReference(open: Case, sha256: string, reference: boolean): null {
  const source = open.db
    .prepare('SELECT file, kind FROM source WHERE sha256 = ? AND published = 1')
    .get(sha256) as { file: string; kind: string } | undefined;
  if (!source) throw new StillwatchError('NOT_FOUND', 'The case holds no such source. Nothing was changed.');
  if (source.kind === 'context')
    throw new StillwatchError(
      'BAD_ARGS',
      'This source holds events and no accounts, so it can be no reference. Nothing was changed.',
    );
  act(open, {
    action: 'source.markReference',
    title: reference
      ? `mark ${shortened(source.file)} as benign reference`
      : `take the mark of benign reference from ${shortened(source.file)}`,
    changes: [{ kind: 'referenceSource', id: sha256, body: reference ? {} : null }],
  });
  return null;
}

/** Marks what an import brought, or found there already, as benign reference; tables of context have no accounts. */
export function markImported(open: Case, result: ImportResult): ImportResult {
  for (const { sha256, kind } of result.sources) if (kind !== 'context') setReference(open, sha256, true);
  return {
    ...result,
    sources: result.sources.map((source) => ({ ...source, reference: source.kind !== 'context' })),
  };
}
