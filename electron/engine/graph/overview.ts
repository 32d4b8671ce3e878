import type { GraphOperator, GraphOverview } from '../../../shared/contract/graph.ts';
import {
  BASIS_COLUMNS,
  type PriorView,
  priorView,
  type StoredBasis,
  shownAt,
} from '../analysis/prior-view.ts';
import type { Database } from '../case/database.ts';

type StoredOperator = Omit<GraphOperator, 'together' | 'matching'> &
  StoredBasis & { readonly acts: GraphOperator['together'] };

/**
 * The first operators by score and those named; their bodies are large, so only what a bubble shows is read.
 * @param matching of operators the accounts that match the filter.
 */
export function readOverview(
  db: Database,
  limit: number,
  also: readonly string[],
  matching?: ReadonlyMap<string, number>,
): GraphOverview {
  const count = (sql: string) => db.prepare(sql).pluck().get() as number;
  const allOperators = count('SELECT count(*) FROM analysis_operator');
  const view = priorView(db);
  const wanted = view ? [...new Set([...firstOperators(db, view, limit), ...also])] : [];
  const rows = db
    .prepare(
      `SELECT o.id, json_array_length(o.body, '$.accounts') AS accounts, o.body ->> '$.requests' AS requests,
              o.body ->> '$.likelihood' AS likelihood, o.body ->> '$.findings.together.likelihood' AS acts,
              (SELECT min(t.first_us) FROM json_each(o.body, '$.accounts') m
               JOIN account a ON a.external_id = m.value JOIN account_total t ON t.account_id = a.id) AS firstUs,
              ${BASIS_COLUMNS}
       FROM analysis_operator o JOIN json_each(?) w ON o.id = w.value ORDER BY o.rank`,
    )
    .all(JSON.stringify(wanted)) as StoredOperator[];
  return {
    state: stateOf(count, allOperators),
    operators: view
      ? rows.map((row) => operatorOf(view, row, matching)).sort((one, other) => other.score - one.score)
      : [],
    allOperators,
    tiedAccounts: count('SELECT count(*) FROM analysis_account WHERE operator IS NOT NULL'),
    allAccounts: count('SELECT count(*) FROM analysis_account'),
  };
}

function operatorOf(
  view: PriorView,
  row: StoredOperator,
  matching: ReadonlyMap<string, number> | undefined,
): GraphOperator {
  const { id, accounts, requests, firstUs, acts } = row;
  const { score, likelihood } = shownAt(view, { score: row.score, likelihood: row.likelihood }, row);
  return {
    id,
    accounts,
    matching: matching ? (matching.get(id) ?? 0) : accounts,
    requests,
    score,
    likelihood,
    together: acts,
    firstUs,
  };
}

/** Of another prior than that of the analysis the ranks may be others than those stored. */
function firstOperators(db: Database, view: PriorView, limit: number): readonly string[] {
  if (!view.moved)
    return db
      .prepare('SELECT id FROM analysis_operator ORDER BY rank LIMIT ?')
      .pluck()
      .all(limit) as string[];
  const all = db
    .prepare(`SELECT id, ${BASIS_COLUMNS} FROM analysis_operator ORDER BY rank`)
    .all() as (StoredBasis & {
    id: string;
  })[];
  return all
    .map((row) => ({ id: row.id, score: view.score(row) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ id }) => id);
}

function stateOf(count: (sql: string) => number, operators: number): GraphOverview['state'] {
  if (count('SELECT count(*) FROM analysis_run') === 0) return 'none';
  return operators > 0 && count('SELECT count(*) FROM analysis_ties') === 0 ? 'older' : 'ready';
}
