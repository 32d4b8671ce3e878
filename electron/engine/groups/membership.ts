import type { Database } from '../case/database.ts';

/** In which operator the last analysis has each account. */
export interface Membership {
  /** false before the first analysis. */
  readonly analysed: boolean;
  operatorOf(account: string): string | null;
  /** null where the last analysis has no such operator. */
  accountsOf(operator: string): readonly string[] | null;
}

export function readMembership(db: Database): Membership {
  const bodies = db.prepare(`SELECT id, body -> '$.accounts' FROM analysis_operator`).raw().all() as [
    string,
    string,
  ][];
  const accounts = new Map(bodies.map(([id, list]) => [id, JSON.parse(list) as string[]]));
  const operators = new Map([...accounts].flatMap(([id, list]) => list.map((account) => [account, id])));
  return {
    analysed: db.prepare('SELECT 1 FROM analysis_run').get() !== undefined,
    operatorOf: (account) => operators.get(account) ?? null,
    accountsOf: (operator) => accounts.get(operator) ?? null,
  };
}
