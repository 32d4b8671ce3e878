import { createHash } from 'node:crypto';
import type { ListedAccount } from '../../../shared/contract/accounts.ts';
import type {
  AccountScore,
  AnalysisInfo,
  Link,
  OperatorMember,
  OperatorResult,
  OperatorRow,
  SignalInfo,
} from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Database } from '../case/database.ts';
import type { AnalysisOutput } from './output.ts';

export interface RunFacts {
  readonly atUs: number;
  readonly seconds: number;
  readonly seed: number;
  readonly priorShare: number;
  readonly version: string;
  readonly inputHash: string;
}

/** SHA-256 over the published sources and how each was read: what an analysis was made from. */
export function inputHash(db: Database): string {
  const sources = db
    .prepare('SELECT sha256, mapping FROM source WHERE published = 1 ORDER BY sha256')
    .raw()
    .all() as [string, string][];
  return createHash('sha256').update(canonicalJson(sources)).digest('hex');
}

/** Puts a finished analysis in the place of the one before. Call it inside a transaction. */
export function storeAnalysis(db: Database, facts: RunFacts, output: AnalysisOutput): void {
  for (const table of [
    'analysis_run',
    'analysis_account',
    'analysis_operator',
    'analysis_link',
    'analysis_template_account',
    'analysis_template',
  ])
    db.prepare(`DELETE FROM ${table}`).run();
  db.prepare(
    `INSERT INTO analysis_run (id, at_us, seconds, seed, prior_share, version, input_hash, signals, templates)
     VALUES (1, @atUs, @seconds, @seed, @priorShare, @version, @inputHash, @signals, @templates)`,
  ).run({ ...facts, signals: canonicalJson(output.signals), templates: output.templates.length });
  const account = db.prepare(
    'INSERT INTO analysis_account (account, rank, score, operator, body) VALUES (?, ?, ?, ?, ?)',
  );
  output.accounts.forEach((row, rank) => {
    account.run(row.account, rank, row.score, row.operator, canonicalJson(row));
  });
  const operator = db.prepare('INSERT INTO analysis_operator (id, rank, score, body) VALUES (?, ?, ?, ?)');
  output.operators.forEach((row, rank) => {
    operator.run(row.id, rank, row.score, canonicalJson(row));
  });
  const link = db.prepare('INSERT INTO analysis_link (a, b, bits, body) VALUES (?, ?, ?, ?)');
  for (const row of output.links) link.run(row.a, row.b, row.bits, canonicalJson(row));
  storeTemplates(db, output.templates);
}

function storeTemplates(db: Database, templates: AnalysisOutput['templates']): void {
  const template = db.prepare('INSERT INTO analysis_template (rank, id, text, body) VALUES (?, ?, ?, ?)');
  const user = db.prepare(
    'INSERT INTO analysis_template_account (template, place, account, requests, body) VALUES (?, ?, ?, ?, ?)',
  );
  templates.forEach(({ row, text, accounts }, rank) => {
    template.run(rank, row.id, text, canonicalJson(row));
    accounts.forEach((one, place) => {
      user.run(rank, place, one.account, one.requests, canonicalJson(one));
    });
  });
}

/** null before the first analysis. */
export function readInfo(db: Database): AnalysisInfo | null {
  const run = db
    .prepare(
      `SELECT at_us AS atUs, seconds, seed, prior_share AS priorShare, version, input_hash AS inputHash, signals,
              templates
       FROM analysis_run`,
    )
    .get() as (RunFacts & { signals: string; templates: number | null }) | undefined;
  if (!run) return null;
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return {
    ...run,
    signals: JSON.parse(run.signals) as SignalInfo[],
    accounts: count('analysis_account'),
    links: count('analysis_link'),
    operators: count('analysis_operator'),
    stale: run.inputHash !== inputHash(db),
  };
}

export function readAccounts(
  db: Database,
  offset: number,
  limit: number,
): { total: number; accounts: AccountScore[] } {
  const bodies = db
    .prepare('SELECT body FROM analysis_account ORDER BY rank LIMIT ? OFFSET ?')
    .pluck()
    .all(limit, offset) as string[];
  const total = db.prepare('SELECT count(*) FROM analysis_account').pluck().get() as number;
  return { total, accounts: bodies.map((body) => JSON.parse(body)) };
}

export function readOperators(db: Database): OperatorResult[] {
  const bodies = db.prepare('SELECT body FROM analysis_operator ORDER BY rank').pluck().all() as string[];
  return bodies.map((body) => JSON.parse(body));
}

export function readOperatorRows(db: Database): OperatorRow[] {
  return readOperators(db).map(({ id, accounts, requests, score, likelihood, findings }) => ({
    id,
    accounts: accounts.length,
    requests,
    score,
    likelihood,
    together: findings.together.likelihood,
    extraction: findings.extraction.likelihood,
    access: findings.access.likelihood,
    reason: findings.together.reasons[0] ?? '',
  }));
}

/** @throws StillwatchError NOT_FOUND */
export function readOperator(
  db: Database,
  id: string,
): { operator: OperatorResult; members: OperatorMember[]; links: Link[] } {
  const body = db.prepare('SELECT body FROM analysis_operator WHERE id = ?').pluck().get(id) as
    | string
    | undefined;
  if (body === undefined)
    throw new StillwatchError(
      'NOT_FOUND',
      'The last analysis of this case found no such operator. The list of operators shows those it found.',
    );
  const operator = JSON.parse(body) as OperatorResult;
  // By the accounts, which are the keys of both tables, so that neither is read through.
  const accounts = JSON.stringify(operator.accounts);
  const members = db
    .prepare(
      'SELECT body FROM analysis_account WHERE account IN (SELECT value FROM json_each(?)) ORDER BY rank',
    )
    .pluck()
    .all(accounts) as string[];
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
    members: members.map((member) => {
      const { account, score, likelihood, requests } = JSON.parse(member) as AccountScore;
      return { account, score, likelihood, requests };
    }),
    links: links.map((link) => JSON.parse(link)),
  };
}

/** Score of each account that the last analysis looked at. */
export function readScores(db: Database): Map<string, number> {
  const rows = db.prepare('SELECT account, score FROM analysis_account').raw().all() as [string, number][];
  return new Map(rows);
}

/** What the last analysis says of accounts, one at a time; null for an account that it did not look at. */
export function scoreReader(db: Database): (account: string) => ListedAccount['analysis'] {
  const find = db.prepare(
    "SELECT score, operator, body ->> '$.likelihood' AS likelihood FROM analysis_account WHERE account = ?",
  );
  return (account) => (find.get(account) as ListedAccount['analysis'] | undefined) ?? null;
}

/** @throws StillwatchError NOT_FOUND */
export function readAccount(db: Database, account: string): { score: AccountScore; links: Link[] } {
  const body = db.prepare('SELECT body FROM analysis_account WHERE account = ?').pluck().get(account) as
    | string
    | undefined;
  if (body === undefined)
    throw new StillwatchError('NOT_FOUND', 'No analysis of this case has looked at this account.');
  const links = db
    .prepare('SELECT body FROM analysis_link WHERE a = ? OR b = ? ORDER BY bits DESC, a, b')
    .pluck()
    .all(account, account) as string[];
  return { score: JSON.parse(body), links: links.map((link) => JSON.parse(link)) };
}
