import type { Annotation } from '../../../shared/contract/annotations.ts';
import type { Database } from '../case/database.ts';
import { isGone } from './resolve.ts';

const SELECT = `
  SELECT id, target AS "on", account, kind, text, author, created_us AS createdUs, changed_us AS changedUs
  FROM annotation`;

export function readAnnotation(db: Database, id: string): Annotation | undefined {
  const row = db.prepare(`${SELECT} WHERE id = ?`).get(id) as Omit<Annotation, 'gone'> | undefined;
  return row && { ...row, gone: isGone(db, row.on) };
}

// What a range is of stands behind its first @: before it stand numbers only.
const ON = `CASE WHEN target LIKE 'range:%' THEN substr(target, instr(target, '@') + 1) ELSE target END
  IN (SELECT value FROM json_each(?))`;

/**
 * Those that belong to the account, and those on what the references name or on time ranges of it, oldest first; all
 * where neither is asked for.
 */
export function listAnnotations(
  db: Database,
  account: string | null,
  on: readonly string[] | null = null,
): Annotation[] {
  const conditions = [...(account === null ? [] : ['account = ?']), ...(on === null ? [] : [ON])];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' OR ')}`;
  const values = [...(account === null ? [] : [account]), ...(on === null ? [] : [JSON.stringify(on)])];
  const rows = db.prepare(`${SELECT} ${where} ORDER BY created_us, id`).all(...values) as Omit<
    Annotation,
    'gone'
  >[];
  const gone = new Map<string, boolean>();
  return rows.map((row) => {
    const known = gone.get(row.on) ?? isGone(db, row.on);
    gone.set(row.on, known);
    return { ...row, gone: known };
  });
}
