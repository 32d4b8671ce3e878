import type { Annotation } from '../../../shared/contract/annotations.ts';
import type { Database } from '../case/database.ts';

const SELECT = `
  SELECT id, target AS "on", account, kind, text, author, created_us AS createdUs, changed_us AS changedUs,
         NOT EXISTS (SELECT 1 FROM account a WHERE a.external_id = annotation.account)
         OR (target GLOB 'request:*' AND NOT EXISTS (
           SELECT 1 FROM source s WHERE s.published = 1 AND s.sha256 = substr(target, 9, 64))) AS gone
  FROM annotation`;

const toAnnotation = (row: unknown) => ({
  ...(row as Annotation),
  gone: (row as { gone: number }).gone === 1,
});

export function readAnnotation(db: Database, id: string): Annotation | undefined {
  const row = db.prepare(`${SELECT} WHERE id = ?`).get(id);
  return row === undefined ? undefined : toAnnotation(row);
}

/** All annotations, or those of one account; oldest first. */
export function listAnnotations(db: Database, account: string | null): Annotation[] {
  const sql = `${SELECT} ${account === null ? '' : 'WHERE account = ?'} ORDER BY created_us, id`;
  return db
    .prepare(sql)
    .all(...(account === null ? [] : [account]))
    .map(toAnnotation);
}
