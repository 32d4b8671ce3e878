import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../../electron/engine/case/database.ts';
import { openDatabase, sqliteCode } from '../../../electron/engine/case/database.ts';
import { openCase, reopenCase } from '../../../electron/engine/case/open-case.ts';
import { makeCase } from '../a-case.ts';
import { edge, mutateBytes } from '../mutate/bytes.ts';
import { demand, Finding, type Target } from '../target.ts';

const PASSPHRASE = 'orchard wall';
const SALT_BYTES = 16;
/** Tables that opening a case writes to. */
const WRITTEN = /^(?:custody_log|sqlite_)/;

/** Encrypted cases with a byte, a page or the end changed: what is read of them is what was written, or nothing is. */
export const sealedCase: Target = {
  name: 'sealed-case',
  about: 'encrypted case files with any byte changed; nothing changed is ever read',
  share: 60,
  async start(folder) {
    const path = join(folder, 'case.swcase');
    const made = await makeCase(folder, PASSPHRASE);
    const access = made.access();
    await made.close();
    rmSync(join(folder, 'log.csv'));
    const whole = readFileSync(path);
    const db = openDatabase(path, { key: access.key, readOnly: true });
    const held = dump(db);
    db.close();
    return {
      keeps: [
        'case.swcase',
        'case.swcase-wal',
        'case.swcase-shm',
        'case.swcase-journal',
        'case.swcase.attempts',
      ],
      make: (rng) => {
        const bytes = Buffer.from(whole);
        switch (rng.int(0, 5)) {
          case 0:
            // The salt, then what the cipher leaves readable.
            bytes[rng.chance(0.1) ? rng.int(0, 15) : rng.int(16, 99)] ^= 1 << rng.int(0, 7);
            return bytes;
          case 1: {
            const page = rng.int(0, bytes.length / 4096 - 1) * 4096;
            bytes.copyWithin(page, rng.int(0, bytes.length / 4096 - 1) * 4096, page + 4096);
            return bytes;
          }
          case 2:
            return bytes.subarray(0, rng.int(1, bytes.length - 1));
          case 3:
            bytes.writeUInt16LE(edge(rng) & 0xffff, rng.int(16, bytes.length - 2));
            return bytes;
          case 4:
            return mutateBytes(rng, bytes);
          default:
            bytes[rng.int(16, bytes.length - 1)] ^= 1 << rng.int(0, 7);
            return bytes;
        }
      },
      run: async (input) => {
        for (const suffix of ['', '-wal', '-shm', '-journal', '.attempts'])
          rmSync(`${path}${suffix}`, { force: true });
        writeFileSync(path, input);
        const saltHolds = whole.subarray(0, SALT_BYTES).equals(input.subarray(0, SALT_BYTES));
        const open = await (saltHolds ? reopenCase(access, 'tester') : openCase(path, 'tester', PASSPHRASE));
        try {
          demand(saltHolds, 'opens with another salt');
          const differing = differingIn(open.db, held);
          if (whole.equals(input)) return 'whole';
          return differing === 'unreadable' ? 'open, in part' : 'open, all as it was';
        } finally {
          await open.close();
        }
      },
    };
  },
};

/** A hash of the rows of each table. */
function dump(db: Database): ReadonlyMap<string, string> {
  return new Map(tablesOf(db).map((table) => [table, hashOf(db, table)]));
}

function tablesOf(db: Database): string[] {
  return (
    db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name")
      .pluck()
      .all() as string[]
  ).filter((name) => !WRITTEN.test(name));
}

function hashOf(db: Database, table: string): string {
  const hash = createHash('sha1');
  for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>)
    for (const value of row) hash.update(value instanceof Uint8Array ? value : String(value)).update('\0');
  return hash.digest('hex');
}

function differingIn(db: Database, held: ReadonlyMap<string, string>): 'none' | 'unreadable' {
  let unreadable = false;
  for (const [table, hash] of held) {
    let now: string;
    try {
      now = hashOf(db, table);
    } catch (error) {
      if (sqliteCode(error) === undefined) throw error;
      unreadable = true;
      continue;
    }
    if (now !== hash) throw new Finding(`gives other rows of ${table} than were written, without a word`);
  }
  return unreadable ? 'unreadable' : 'none';
}
