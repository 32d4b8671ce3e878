import type { OperatorSort } from '../../../shared/contract/analysis.ts';
import type { Case } from '../case/case.ts';
import { analysisVersion } from '../case/versions.ts';
import { Recent } from '../recent.ts';
import { BASIS_COLUMNS, priorView, type StoredBasis } from './prior-view.ts';

/** Orders of the list that a person looks at in turn. */
const KEPT_ORDERS = 4;
const kept = new WeakMap<Case, Recent<OperatorOrder>>();

export interface OperatorOrder {
  readonly ids: readonly string[];
  /** Accounts of all of them together; no account is in two. */
  readonly accounts: number;
}

type Ranked = StoredBasis & {
  readonly id: string;
  readonly first: string;
  readonly accounts: number;
  readonly requests: number;
};

/** All operators of the last analysis in order, ties by their first account; none before the first analysis. */
export function orderOperators(open: Case, sort: OperatorSort, descending: boolean): OperatorOrder {
  const own = kept.get(open) ?? new Recent<OperatorOrder>(KEPT_ORDERS);
  kept.set(open, own);
  // Scores stand at the prior in use, which people change without analysing again.
  const key = [sort, descending, analysisVersion(open.db), priorView(open.db)?.prior.share];
  return own.obtain(JSON.stringify(key), () => sortAll(open, sort, descending));
}

function sortAll({ db }: Case, sort: OperatorSort, descending: boolean): OperatorOrder {
  const view = priorView(db);
  if (!view) return { ids: [], accounts: 0 };
  // What is sorted by is read from the bodies without taking each apart.
  const rows = db
    .prepare(
      `SELECT id, body ->> '$.accounts[0]' AS first, json_array_length(body, '$.accounts') AS accounts,
              body ->> '$.requests' AS requests, ${BASIS_COLUMNS}
       FROM analysis_operator`,
    )
    .all() as Ranked[];
  const sign = descending ? -1 : 1;
  const ids = rows
    .map((row) => ({ row, key: sort === 'score' ? view.score(row) : row[sort] }))
    .sort((a, b) => sign * (a.key - b.key) || (a.row.first < b.row.first ? -1 : 1))
    .map(({ row }) => row.id);
  return { ids, accounts: rows.reduce((sum, { accounts }) => sum + accounts, 0) };
}
