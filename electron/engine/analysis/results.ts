import type { CaseAssumptions } from '../../../shared/assumptions.ts';
import type { ListedAccount, StrongestSignal } from '../../../shared/contract/accounts.ts';
import type {
  AccountScore,
  Link,
  ListedOperator,
  OperatorMember,
  OperatorResult,
  OperatorRow,
  SignalInfo,
  SignalValue,
} from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { readAssumptions } from '../assumptions/read.ts';
import type { Database } from '../case/database.ts';
import { harvestAt, type StoredHarvest } from './harvest.ts';
import { spreadReader } from './member-spread.ts';
import { BASIS_COLUMNS, type PriorView, priorView, type StoredBasis, shownAt } from './prior-view.ts';

/**
 * Results of the last analysis, as they are under what people assume about the case: scores and likelihoods of
 * campaigns at the prior in use, harvests under the assumptions about them. The same as analysing anew would give.
 */

type StoredRow = StoredBasis & { readonly body: string };

const ACCOUNT = `SELECT body, ${BASIS_COLUMNS} FROM analysis_account`;
const OPERATOR = `SELECT body, ${BASIS_COLUMNS} FROM analysis_operator`;

/** By descending score, then by id. */
export function readAccounts(
  db: Database,
  offset: number,
  limit: number,
): { total: number; accounts: AccountScore[] } {
  const total = db.prepare('SELECT count(*) FROM analysis_account').pluck().get() as number;
  const view = priorView(db);
  if (!view) return { total, accounts: [] };
  const one = db.prepare(`${ACCOUNT} WHERE account = ?`);
  const ids = [...readScores(db)].sort(byScore).slice(offset, offset + limit);
  return { total, accounts: ids.map(([account]) => accountAt(view, one.get(account) as StoredRow)) };
}

function byScore([id, score]: readonly [string, number], [otherId, other]: readonly [string, number]) {
  return other - score || (id < otherId ? -1 : 1);
}

function accountAt(view: PriorView, stored: StoredRow): AccountScore {
  return shownAt(view, JSON.parse(stored.body) as AccountScore, stored);
}

/** By descending score, then by first account. */
export function readOperators(db: Database): OperatorResult[] {
  const view = priorView(db);
  if (!view) return [];
  const assumed = readAssumptions(db);
  const rows = db.prepare(`${OPERATOR} ORDER BY rank`).all() as StoredRow[];
  return rows
    .map((stored) => operatorAt(view, assumed, stored))
    .sort((one, other) => byScore([one.accounts[0], one.score], [other.accounts[0], other.score]));
}

function operatorAt(view: PriorView, assumed: CaseAssumptions, stored: StoredRow): OperatorResult {
  const operator = JSON.parse(stored.body) as Omit<OperatorResult, 'harvest'> & { harvest: StoredHarvest };
  return { ...shownAt(view, operator, stored), harvest: harvestAt(operator.harvest, assumed) };
}

export function readOperatorRows(db: Database): OperatorRow[] {
  return readOperators(db).map(rowOf);
}

function rowOf({ id, accounts, requests, score, likelihood, findings }: OperatorResult): OperatorRow {
  return {
    id,
    accounts: accounts.length,
    requests,
    score,
    likelihood,
    together: findings.together.likelihood,
    extraction: findings.extraction.likelihood,
    access: findings.access.likelihood,
    reason: findings.together.reasons[0] ?? '',
  };
}

/** In the order asked; ids that the last analysis did not find are left out. */
export function readListedOperators(db: Database, ids: readonly string[]): ListedOperator[] {
  const view = priorView(db);
  if (!view) return [];
  const assumed = readAssumptions(db);
  const find = db.prepare(`${OPERATOR} WHERE id = ?`);
  const spreadOf = spreadReader(db, signalTitles(db));
  return ids.flatMap((id) => {
    const stored = find.get(id) as StoredRow | undefined;
    if (!stored) return [];
    const operator = operatorAt(view, assumed, stored);
    return [{ ...rowOf(operator), spread: spreadOf(operator.accounts, operator.signals) }];
  });
}

/** Its accounts by descending score, then by id. @throws StillwatchError NOT_FOUND */
export function readOperator(
  db: Database,
  id: string,
): { operator: OperatorResult; members: OperatorMember[]; links: Link[] } {
  const stored = db.prepare(`${OPERATOR} WHERE id = ?`).get(id) as StoredRow | undefined;
  const view = priorView(db);
  if (!stored || !view)
    throw new StillwatchError(
      'NOT_FOUND',
      'The last analysis of this case found no such operator. The list of operators shows those it found.',
    );
  const operator = operatorAt(view, readAssumptions(db), stored);
  // By the accounts, which are the keys of both tables, so that neither is read through.
  const accounts = JSON.stringify(operator.accounts);
  const members = db
    .prepare(`${ACCOUNT} WHERE account IN (SELECT value FROM json_each(?))`)
    .all(accounts) as StoredRow[];
  const links = db
    .prepare(
      `SELECT body FROM analysis_link
       WHERE a IN (SELECT value FROM json_each(@accounts)) AND b IN (SELECT value FROM json_each(@accounts))
       ORDER BY bits DESC, a, b`,
    )
    .pluck()
    .all({ accounts }) as string[];
  return {
    operator,
    members: members
      .map((member) => {
        const { account, score, likelihood, requests } = accountAt(view, member);
        return { account, score, likelihood, requests };
      })
      .sort((one, other) => byScore([one.account, one.score], [other.account, other.score])),
    links: links.map((link) => JSON.parse(link)),
  };
}

/** Score of each account that the last analysis looked at. */
export function readScores(db: Database): Map<string, number> {
  const view = priorView(db);
  if (!view) return new Map();
  const rows = db.prepare(`SELECT account, ${BASIS_COLUMNS} FROM analysis_account`).all() as (StoredBasis & {
    account: string;
  })[];
  return new Map(rows.map((row) => [row.account, view.score(row)]));
}

/** What the last analysis says of accounts, one at a time; null for an account that it did not look at. */
export function scoreReader(db: Database): (account: string) => ListedAccount['analysis'] {
  const view = priorView(db);
  if (!view) return () => null;
  // Signals are stored by descending bits.
  const find = db.prepare(
    `SELECT operator, body ->> '$.likelihood' AS likelihood, body -> '$.signals[0]' AS signal, ${BASIS_COLUMNS}
     FROM analysis_account WHERE account = ?`,
  );
  const titles = signalTitles(db);
  return (account) => {
    const stored = find.get(account) as
      | (StoredBasis & Omit<NonNullable<ListedAccount['analysis']>, 'strongest'> & { signal: string | null })
      | undefined;
    if (!stored) return null;
    const { score, likelihood, operator } = shownAt(view, stored, stored);
    return { score, likelihood, operator, strongest: strongestOf(stored.signal, titles) };
  };
}

function signalTitles(db: Database): ReadonlyMap<string, string> {
  const signals = db.prepare('SELECT signals FROM analysis_run').pluck().get() as string;
  return new Map((JSON.parse(signals) as SignalInfo[]).map(({ id, title }) => [id, title]));
}

function strongestOf(signal: string | null, titles: ReadonlyMap<string, string>): StrongestSignal | null {
  if (signal === null) return null;
  const { id, percentile, cohort, detail, bits } = JSON.parse(signal) as SignalValue;
  return bits > 0 ? { id, title: titles.get(id) ?? id, percentile, cohort, detail } : null;
}

/** @throws StillwatchError NOT_FOUND */
export function readAccount(db: Database, account: string): { score: AccountScore; links: Link[] } {
  const stored = db.prepare(`${ACCOUNT} WHERE account = ?`).get(account) as StoredRow | undefined;
  const view = priorView(db);
  if (!stored || !view)
    throw new StillwatchError('NOT_FOUND', 'No analysis of this case has looked at this account.');
  const links = db
    .prepare('SELECT body FROM analysis_link WHERE a = ? OR b = ? ORDER BY bits DESC, a, b')
    .pluck()
    .all(account, account) as string[];
  return { score: accountAt(view, stored), links: links.map((link) => JSON.parse(link)) };
}
