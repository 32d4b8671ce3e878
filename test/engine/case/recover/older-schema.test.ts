import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../electron/engine/case/database.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from '../../../../electron/engine/case/migrate.ts';
import { openCase } from '../../../../electron/engine/case/open-case.ts';
import { recoverFile } from '../../../../electron/engine/case/recover/recover-file.ts';
import { appendCustody } from '../../../../electron/engine/custody/log.ts';
import { tempFolder } from '../../support.ts';

const quiet = { stage: () => undefined, check: () => undefined };

test.each([1, 4, 10, 13])(
  'a case of schema version %d without its first page is recovered into one of the newest',
  async (version) => {
    const path = join(tempFolder(), 'old.swcase');
    const db = openDatabase(path, { key: null, mustExist: false });
    db.pragma(`application_id = ${APPLICATION_ID}`);
    for (const sql of MIGRATIONS.slice(0, version)) db.exec(sql);
    db.pragma(`user_version = ${version}`);
    const property = db.prepare('INSERT INTO case_property VALUES (?, ?)');
    for (const [name, value] of Object.entries({
      id: '0198c0de-0000-7000-8000-000000000001',
      name: 'Old',
      timeZone: 'UTC',
    }))
      property.run(name, value);
    const note = db.prepare(
      "INSERT INTO annotation VALUES (?, 'account:a', 'a', 'comment', ?, 'tester', 1, 1)",
    );
    for (let i = 0; i < 50; i++) note.run(`n${i}`, `note ${i} ${'x'.repeat(300)}`);
    db.transaction(() => appendCustody(db, { action: 'case.create', author: 'tester', detail: {} }))();
    db.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 0, 4096);
    writeFileSync(path, bytes);
    const to = join(tempFolder(), 'new.swcase');
    writeFileSync(to, '');
    const told = recoverFile({ access: { path, key: null }, to, author: 'tester' }, quiet);
    expect(told).toMatchObject({ losses: [], damagedPages: [1], custodyGaps: [] });
    const open = await openCase(to, 'tester', null);
    onTestFinished(() => open.close());
    expect(open.info()).toMatchObject({
      name: 'Old',
      schemaVersion: SCHEMA_VERSION,
      readOnly: null,
      counts: { annotations: 50 },
    });
  },
);
