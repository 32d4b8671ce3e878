import type { Database } from '../../../engine/case/database.ts';

const STORE = ['request_chunk', 'request_column'];

/** Hears every statement that a connection prepares from now on. */
export function noteStatements(db: Database): ReadonlySet<string> {
  const seen = new Set<string>();
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    seen.add(sql);
    return prepare(sql);
  }) as Database['prepare'];
  return seen;
}

/**
 * Those of the statements that read the request store or an index of it: by the plan that SQLite makes, and by the
 * tables that its program opens, because a plan calls a table by its alias.
 */
export function readersOfRequests(db: Database, statements: Iterable<string>): string[] {
  const pages = new Set(
    db
      .prepare(`SELECT rootpage FROM sqlite_master WHERE tbl_name IN (${STORE.map(() => '?').join(', ')})`)
      .pluck()
      .all(...STORE) as number[],
  );
  return [...statements].filter((sql) => {
    // What SQLite makes no plan of reads no table.
    if (!/^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(sql)) return false;
    // A plan is made without values, but the driver wants them.
    const bound = sql.replaceAll(/\?|@\w+/g, 'NULL');
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${bound}`).all() as { detail: string }[];
    const program = db.prepare(`EXPLAIN ${bound}`).all() as { opcode: string; p2: number; p3: number }[];
    return (
      plan.some(({ detail }) => STORE.some((table) => detail.includes(table))) ||
      program.some(({ opcode, p2, p3 }) => opcode === 'OpenRead' && p3 === 0 && pages.has(p2))
    );
  });
}
