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
import { runCommand } from '../commands/run.ts';
import { leave, mark, move, setRule } from './commands.ts';
import { cohortDecisions } from './decisions.ts';
import { referenceAccounts } from './reference-accounts.ts';
import { storedCohort } from './stored-cohorts.ts';

/** Sets which traits make cohorts; what stands already writes nothing. */
export function changeRule(open: Case, { traits, leastMembers }: CohortRule): null {
  const rule = { traits: COHORT_TRAITS.filter((trait) => traits.includes(trait)), leastMembers };
  const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);
  if (same(rule, cohortDecisions(open.db).rule)) return null;
  runCommand(open, setRule, { rule: same(rule, DEFAULT_COHORT_RULE) ? null : rule });
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
  const now = new Map(cohortDecisions(db).moved.map((one) => [one.account, one.cohort]));
  const moves = [...new Set(accounts)]
    .filter((account) => (now.get(account) ?? null) !== name)
    .map((account) => ({ account, cohort: name }));
  if (moves.length > 0) runCommand(open, move, { moves });
  return null;
}

/** @throws StillwatchError NOT_FOUND */
export function setLeftOut(open: Case, accounts: readonly string[], leftOut: boolean): null {
  for (const account of accounts) mustFindAccount(open.db, account);
  const now = new Set(cohortDecisions(open.db).leftOut);
  const changes = [...new Set(accounts)]
    .filter((account) => now.has(account) !== leftOut)
    .map((account) => ({ account, leftOut }));
  if (changes.length > 0) runCommand(open, leave, { changes });
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
  const { file } = source;
  if (cohortDecisions(open.db).reference.includes(sha256) !== reference)
    runCommand(open, mark, { sha256, file, reference });
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
