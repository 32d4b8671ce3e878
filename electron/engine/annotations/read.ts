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

/** All annotations, or those of one account; oldest first. */
export function listAnnotations(db: Database, account: string | null): Annotation[] {
  const sql = `${SELECT} ${account === null ? '' : 'WHERE account = ?'} ORDER BY created_us, id`;
  const rows = db.prepare(sql).all(...(account === null ? [] : [account])) as Omit<Annotation, 'gone'>[];
  const gone = new Map<string, boolean>();
  return rows.map((row) => {
    const known = gone.get(row.on) ?? isGone(db, row.on);
    gone.set(row.on, known);
    return { ...row, gone: known };
  });
}
