import type { HistoryItem } from '../../../shared/contract/history.ts';
import type { Database } from '../case/database.ts';

interface Row {
  readonly seq: number;
  readonly id: string;
  readonly atUs: number;
  readonly author: string;
  readonly title: string;
  readonly final: number;
  readonly turns: number;
}

/**
 * Fresh acts, newest first, with seq below `before`; an act that was taken back an odd number of times does not stand.
 * Each undoing names the command that it takes back, so the turns of an act are a chain.
 */
export function listHistory(db: Database, before: number | null, limit: number): HistoryItem[] {
  const rows = db
    .prepare(
      `SELECT seq, id, at_us AS atUs, author, title, final,
              (WITH RECURSIVE turn (id, n) AS (
                 SELECT command.id, 0
                 UNION ALL
                 SELECT c.id, n + 1 FROM command c JOIN turn ON c.undoes = turn.id)
               SELECT max(n) FROM turn) AS turns
       FROM command WHERE undoes IS NULL AND seq < ? ORDER BY seq DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit) as Row[];
  return rows.map(({ turns, final, ...row }) => ({ ...row, stands: turns % 2 === 0, final: final === 1 }));
}
