import { accountId } from '../../accounts/totals.ts';
import type { Database } from '../../case/database.ts';
import { readMembership } from '../../groups/membership.ts';
import { listRecords } from '../../records/read.ts';
import type { BundleAbout } from '../published/about.ts';
import { type NumberedExhibit, type NumberedFinding, namedBy } from './exhibit-numbers.ts';
import type { Template } from './templates.ts';

/** Operators and accounts that get sections of the report; in the order in which they were named. */
export interface Concerned {
  /** Ids that the last analysis has. */
  readonly operators: readonly string[];
  /** Members of those operators, then accounts by themselves. */
  readonly accounts: readonly string[];
  /** Those of `accounts` that are in none of `operators`. */
  readonly alone: readonly string[];
}

/**
 * Who was chosen, or is named by the scope of a finding that stands, or shown by its exhibits, or noted by a person;
 * in a report to somebody who was looked at nobody but those chosen, and those of the findings chosen.
 * What the analysis found beside them is counted in the report, not described.
 */
export function concernedBy(
  db: Database,
  { choice }: Pick<BundleAbout, 'choice'>,
  findings: readonly NumberedFinding[],
  exhibits: readonly NumberedExhibit[],
  quotes: Template['quotes'],
): Concerned {
  const standing = new Set(
    findings
      .filter(({ id, body }) =>
        quotes === 'plain' ? choice.findings.includes(id) : body.status !== 'withdrawn',
      )
      .map(({ number }) => number),
  );
  const named = [
    ...findings.filter(({ number }) => standing.has(number)).flatMap(({ body }) => body.scope),
    ...exhibits.filter(({ finding }) => standing.has(finding)).flatMap(({ of }) => of),
    ...(quotes === 'all' ? notedSubjects(db) : []),
  ].map(namedBy);
  const { accountsOf, operatorOf } = readMembership(db);
  const own = [...choice.accounts, ...named.flatMap(({ accounts }) => accounts)];
  const chosen = [...choice.operators, ...named.flatMap(({ operators }) => operators)];
  const operators = [...new Set([...chosen, ...own.flatMap((account) => operatorOf(account) ?? [])])].filter(
    (operator) => accountsOf(operator) !== null,
  );
  const members = new Set(operators.flatMap((operator) => accountsOf(operator) ?? []));
  const alone = [...new Set(own)].filter(
    (account) => !members.has(account) && accountId(db, account) !== undefined,
  );
  return { operators, accounts: [...members, ...alone], alone };
}

function notedSubjects(db: Database): string[] {
  return listRecords(db, 'annotation').map(([, { on, account }]) =>
    account === null ? on : `account:${account}`,
  );
}
