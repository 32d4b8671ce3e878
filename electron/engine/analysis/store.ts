import type { AnalysisInfo, ScoreBasis, SignalInfo } from '../../../shared/contract/analysis.ts';
import type { CohortDecisions } from '../../../shared/contract/cohorts.ts';
import { canonicalJson } from '../canonical-json.ts';
import { dataHash } from '../case/data-hash.ts';
import type { Database } from '../case/database.ts';
import { cohortDecisions, isDecided } from '../cohorts/decisions.ts';
import { CALIBRATION } from './model.ts';
import type { AnalysisOutput } from './output.ts';
import { BASIS_COLUMNS, priorView } from './prior-view.ts';

export interface RunFacts {
  readonly atUs: number;
  readonly seconds: number;
  readonly seed: number;
  readonly priorShare: number;
  readonly version: string;
  readonly inputHash: string;
}

/**
 * SHA-256 over the published sources and how each was read, and over the decisions on cohorts where any were made:
 * what an analysis was made from.
 */
export function inputHash(db: Database, decisions: CohortDecisions = cohortDecisions(db)): string {
  return dataHash(db, isDecided(decisions) ? decisions : undefined);
}

/** Puts a finished analysis in the place of the one before. Call it inside a transaction. */
export function storeAnalysis(db: Database, facts: RunFacts, output: Omit<AnalysisOutput, 'cohorts'>): void {
  for (const table of [
    'analysis_run',
    'analysis_account',
    'analysis_operator',
    'analysis_link',
    'analysis_ties',
    'analysis_shared',
    'analysis_template_account',
    'analysis_template',
    'analysis_chunk_template',
  ])
    db.prepare(`DELETE FROM ${table}`).run();
  db.prepare(
    `INSERT INTO analysis_run (id, at_us, seconds, seed, prior_share, version, input_hash, signals, templates,
       calibration)
     VALUES (1, @atUs, @seconds, @seed, @priorShare, @version, @inputHash, @signals, @templates, @calibration)`,
  ).run({
    ...facts,
    signals: canonicalJson(output.signals),
    templates: output.templates.length,
    calibration: canonicalJson(CALIBRATION),
  });
  const account = db.prepare(
    `INSERT INTO analysis_account (account, rank, operator, body, ${BASIS_COLUMNS})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  output.accounts.forEach(({ basis, ...row }, rank) => {
    account.run(row.account, rank, row.operator, canonicalJson(row), ...basisValues(row.score, basis));
  });
  const operator = db.prepare(
    `INSERT INTO analysis_operator (id, rank, body, ${BASIS_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  output.operators.forEach(({ basis, ...row }, rank) => {
    operator.run(row.id, rank, canonicalJson(row), ...basisValues(row.score, basis));
  });
  const link = db.prepare('INSERT INTO analysis_link (a, b, bits, body) VALUES (?, ?, ?, ?)');
  for (const row of output.links) link.run(row.a, row.b, row.bits, canonicalJson(row));
  storeTemplates(db, output.templates);
  storeTies(db, output.ties);
}

function storeTies(db: Database, ties: AnalysisOutput['ties']): void {
  const put = db.prepare('INSERT INTO analysis_ties (operator, body) VALUES (?, ?)');
  const share = db.prepare(
    'INSERT INTO analysis_shared (kind, value, operator, accounts) VALUES (?, ?, ?, ?)',
  );
  for (const one of ties) {
    put.run(one.operator, canonicalJson(one));
    for (const { kind, value, holders } of one.values) share.run(kind, value, one.operator, holders.length);
  }
}

function basisValues(score: number, basis: ScoreBasis | undefined) {
  return [score, basis?.evidence ?? null, basis?.together ?? null, basis?.most ?? null];
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
  const view = priorView(db);
  if (!run || !view) return null;
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return {
    ...run,
    prior: view.prior,
    signals: JSON.parse(run.signals) as SignalInfo[],
    accounts: count('analysis_account'),
    links: count('analysis_link'),
    operators: count('analysis_operator'),
    stale: run.inputHash !== inputHash(db),
  };
}
