import type { GraphFound } from '../../../shared/contract/graph.ts';
import type { Database } from '../case/database.ts';

/** Operators, accounts and shared values whose name contains the text, in that order. */
export function search(db: Database, text: string, limit: number): { total: number; results: GraphFound[] } {
  const args = { like: `%${text.replace(/[\\%_]/g, (one) => `\\${one}`)}%`, limit };
  const count = (from: string) => db.prepare(`SELECT count(*) ${from}`).pluck().get(args) as number;
  const operators = "FROM analysis_operator WHERE id LIKE @like ESCAPE '\\'";
  const accounts = "FROM analysis_account WHERE account LIKE @like ESCAPE '\\'";
  const values = "FROM analysis_shared WHERE value LIKE @like ESCAPE '\\'";
  const rows = (sql: string) => db.prepare(`${sql} LIMIT @limit`).all(args) as GraphFound[];
  const results = [
    ...rows(
      `SELECT 'operator' AS found, id, json_array_length(body, '$.accounts') AS accounts ${operators} ORDER BY rank`,
    ),
    ...rows(`SELECT 'account' AS found, account, operator ${accounts} ORDER BY rank`),
    ...rows(
      `SELECT 'value' AS found, kind, value, sum(accounts) AS accounts ${values}
       GROUP BY kind, value ORDER BY sum(accounts) DESC, kind, value`,
    ),
  ].slice(0, limit);
  const total = count(operators) + count(accounts) + count(`FROM (SELECT 1 ${values} GROUP BY kind, value)`);
  return { total, results };
}
