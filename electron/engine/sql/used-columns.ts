import type { Database } from '../case/database.ts';

/**
 * The places of the columns that a statement reads of virtual tables, by the program that SQLite makes of it; of
 * several such tables all together. undefined when it has no program of its own, as EXPLAIN has none.
 */
export function usedColumns(db: Database, sql: string): ReadonlySet<number> | undefined {
  try {
    const program = db.prepare(`EXPLAIN ${sql}`).all() as { opcode: string; p2: number }[];
    return new Set(program.filter(({ opcode }) => opcode === 'VColumn').map(({ p2 }) => p2));
  } catch {
    return undefined;
  }
}
