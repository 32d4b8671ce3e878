import { storeAnalysis } from '../../electron/engine/analysis/store.ts';
import { storeCohorts } from '../../electron/engine/analysis/store-cohorts.ts';
import { Case } from '../../electron/engine/case/case.ts';
import { cohortDecisions } from '../../electron/engine/cohorts/decisions.ts';
import type { OperatorResult, SignalInfo } from '../../shared/contract/analysis.ts';
import { newCase } from './support.ts';

/** A case that knows these accounts by name, as a table of accounts would tell them. */
export async function caseWith(accounts: readonly string[]): Promise<Case> {
  const open = await newCase();
  const add = open.db.prepare('INSERT INTO account (external_id) VALUES (?)');
  for (const account of accounts) add.run(account);
  return open;
}

/** The same open case with another person at work. */
export function as(open: Case, author: string): Case {
  return new Case(open.path, open.db, author, null, null);
}

const FOUND = { likelihood: 'likely', confidence: 'low', reasons: [] } as const;

/** An operator as an analysis finds it, of these accounts. */
export function madeOperator(
  id: string,
  accounts: readonly string[],
  rest: Partial<OperatorResult> = {},
): OperatorResult {
  const none = { value: 0, low: 0, high: 0 };
  return {
    id,
    accounts,
    requests: accounts.length,
    score: 0.9,
    likelihood: 'very likely',
    findings: { together: FOUND, extraction: FOUND, access: FOUND },
    evidence: [],
    weakestBridge: null,
    density: 1,
    stability: 1,
    withoutKind: [],
    signals: [],
    alternatives: [],
    harvest: {
      ...{ requests: 0, sessions: 0, inputTokens: 0, outputTokens: 0, templates: 0, slotValues: 0 },
      ...{ reasoningAnswers: 0, toolTraces: 0, assumptions: [] },
      trainingSamples: none,
      costMicroUsd: none,
      bases: { all: { samples: 0, inputTokens: 0, outputTokens: 0 }, withoutCover: null },
    },
    ...rest,
  };
}

/** Puts an analysis with these operators, and everybody in one of these cohorts, in the place of the one before. */
export function putAnalysis(
  open: Case,
  operators: readonly OperatorResult[],
  cohorts: Readonly<Record<string, readonly string[]>> = {},
  signals: readonly SignalInfo[] = [],
): void {
  const accounts = operators.flatMap(({ id, accounts }) =>
    accounts.map((account) => ({
      account,
      score: 0.5,
      likelihood: 'roughly even' as const,
      operator: id,
      requests: 1,
      signals: [],
    })),
  );
  const facts = { atUs: 1, seconds: 1, seed: 1, priorShare: 0.01, version: '1', inputHash: 'x' };
  storeAnalysis(open.db, facts, { signals, accounts, operators, links: [], templates: [], ties: [] });
  storeCohorts(
    open.db,
    cohortDecisions(open.db),
    Object.entries(cohorts).map(([name, members]) => ({
      cohort: {
        name,
        kind: 'traits',
        traits: [],
        accounts: members.length,
        requests: members.length,
        compared: members.length,
        fallback: 0,
        bands: [],
      },
      members: members.map((account) => ({
        account,
        requests: 1,
        shapes: true,
        compared: !account.startsWith('ref'),
        fallback: false,
      })),
    })),
  );
}
