import type { Database } from '../case/database.ts';

/** Tables that hold words of prompts, or whole records as they were read; what is not named here holds none. */
const OF_TEXTS = /^(?:prompt_block|prompt_search\w*|request_column|reject|analysis_template)$/;
/** Columns of `requests` that do: `extra` is whatever the file held beside the known fields. */
const TEXT_COLUMNS = ['prompt_text', 'extra'];

/** The number of the case among the databases of a connection. */
const MAIN = 0;

interface Step {
  readonly opcode: string;
  readonly p2: number;
  readonly p3: number;
}

/**
 * Whether a statement reads prompt texts, by the program that SQLite makes of it: so no spelling, view or alias hides
 * it. A statement without a program of its own, as EXPLAIN, reads none.
 */
export function readsTexts(db: Database, sql: string): boolean {
  let program: Step[];
  try {
    program = db.prepare(`EXPLAIN ${sql}`).all() as Step[];
  } catch {
    return false;
  }
  const tableAt = db.prepare('SELECT tbl_name FROM main.sqlite_master WHERE rootpage = ?').pluck();
  const columns = db.prepare("SELECT name FROM pragma_table_info('requests')").pluck().all() as string[];
  return program.some(({ opcode, p2, p3 }) => {
    if (opcode === 'VColumn') return TEXT_COLUMNS.includes(columns[p2]);
    if (opcode !== 'OpenRead' || p3 !== MAIN) return false;
    return OF_TEXTS.test((tableAt.get(p2) as string | undefined) ?? '');
  });
}
