import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { assume } from '../../../electron/engine/assumptions/assume.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { Rng } from '../../../electron/engine/rng.ts';
import { newCase, tempFolder } from '../support.ts';

/** Another character in place of one: a byte of another letter or digit, or of the text's own signs. */
function withOneByteChanged(text: string, rng: Rng): string {
  const at = rng.int(0, text.length - 1);
  const code = text.charCodeAt(at);
  return `${text.slice(0, at)}${String.fromCharCode(code ^ (1 << rng.int(0, 4)))}${text.slice(at + 1)}`;
}

test('one byte of any entry, or of its hash, changed by another program is found on opening, and the entry is named', async () => {
  const folder = tempFolder();
  const path = join(folder, 'case.swcase');
  const made = await newCase(path);
  for (const value of [0.02, 0.03, 0.04, 0.05]) assume(made, { name: 'prior', value });
  await made.close();
  const entries = new SQLite(path, { readonly: true });
  const count = entries.prepare('SELECT count(*) FROM custody_log').pluck().get() as number;
  entries.close();
  expect(count).toBe(5);
  const rng = new Rng(5);
  for (let round = 0; round < 8; round++) {
    for (let seq = 1; seq <= count; seq++) {
      const copy = join(folder, `${round}-${seq}.swcase`);
      copyFileSync(path, copy);
      const outside = new SQLite(copy);
      outside.exec('DROP TRIGGER custody_log_is_append_only_update');
      const column = round % 4 === 3 ? 'hash' : 'entry';
      const was = outside
        .prepare(`SELECT ${column} FROM custody_log WHERE seq = ?`)
        .pluck()
        .get(seq) as string;
      outside
        .prepare(`UPDATE custody_log SET ${column} = ? WHERE seq = ?`)
        .run(withOneByteChanged(was, rng), seq);
      outside.close();
      const open = await openCase(copy, 'Ada', null);
      expect(open.readOnly).toContain(`Entry ${seq} of the custody log does not hold`);
      await open.close();
    }
  }
});
