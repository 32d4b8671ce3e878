import { openDatabase } from '../../../engine/case/database.ts';
import type { CaseKey } from '../../../engine/case/key.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../../engine/case/migrate.ts';
import { RECORDS } from '../../../engine/case/migrations/0014-records.ts';
import { appendCustody } from '../../../engine/custody/log.ts';

/** Writes a case as a version before records wrote it: the longest step of opening it is still to be done. */
export async function writeOldCase(path: string, key: CaseKey | null, annotations: number): Promise<void> {
  const db = openDatabase(path, { key, mustExist: false });
  const steps = MIGRATIONS.slice(0, MIGRATIONS.indexOf(RECORDS));
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.transaction(() => {
    for (const sql of steps) db.exec(sql);
    db.exec("INSERT INTO case_property VALUES ('name', 'Old'), ('timeZone', 'UTC'), ('id', 'old')");
    const add = db.prepare("INSERT INTO annotation VALUES (?, 'account:x', 'x', 'comment', ?, 'Ada', 5, 6)");
    for (let i = 0; i < annotations; i++) add.run(`a${i}`, `note ${i}`);
    appendCustody(db, { action: 'case.create', author: 'Ada', detail: {} });
    db.pragma(`user_version = ${steps.length}`);
  })();
  db.close();
}
