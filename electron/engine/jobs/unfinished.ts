import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { access, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Database, openAlone } from '../case/database.ts';

/**
 * What is written under a temporary name beside its target stays there when the process is killed. So each process keeps
 * a list of its temporary files and folders, on disk before they are made, and the next start, or the next one to make
 * such a file, removes what is on the list of a process that is no more.
 *
 * A list is a small database that its process holds locked: the system lets go of the lock however the process ends, and
 * never before. So nothing of a process that lives is touched, whatever its number and however many there are. Lists lie
 * in a folder of this user on this computer, so those of other computers that write to the same drive are not seen. A
 * process that has finished with everything leaves no list.
 */
const LIST = /^[0-9a-f-]{36}\.unfinished$/;
/** Nothing else is ever removed, whatever a list says. */
const OURS = /^\.stillwatch-[0-9a-f]{16}(\.part)?$/;
/** A list without any entry may have been made just now, and not be locked yet. */
const NEWBORN_MS = 24 * 3600 * 1000;

let folder: string | null = null;
let own: { readonly path: string; readonly db: Database } | null = null;

/** Where lists are kept from now on. Resolves when what processes that are no more left is removed, as far as it can be. */
export async function keepUnfinishedIn(place: string): Promise<void> {
  folder = place;
  await removeLeft(place);
}

export interface TemporaryPath {
  readonly path: string;
  /** Call it when nothing is at the path any more. */
  forget(): void;
}

/** A path in a folder that nothing is at, on the list of this process. Where no list can be kept it is on none. */
export async function temporaryPath(inFolder: string, end: '' | '.part' = ''): Promise<TemporaryPath> {
  const path = join(resolve(inFolder), `.stillwatch-${randomBytes(8).toString('hex')}${end}`);
  if (folder === null) return { path, forget: () => undefined };
  await removeLeft(folder);
  unlessItFails(() =>
    ownList(folder as string)
      .prepare('INSERT INTO unfinished (path) VALUES (?)')
      .run(path),
  );
  return { path, forget: () => unlessItFails(() => forget(path)) };
}

function ownList(place: string): Database {
  if (own) return own.db;
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const path = join(place, `${randomUUID()}.unfinished`);
  closeSync(openSync(path, 'wx', 0o600));
  const db = openAlone(path);
  // Another process is looking at it right now, and will find nothing in it.
  if (!db) return ownList(place);
  db.exec('CREATE TABLE unfinished (path TEXT PRIMARY KEY) STRICT');
  own = { path, db };
  return db;
}

function forget(path: string): void {
  if (!own) return;
  own.db.prepare('DELETE FROM unfinished WHERE path = ?').run(path);
  if (own.db.prepare('SELECT count(*) FROM unfinished').pluck().get() !== 0) return;
  own.db.close();
  for (const end of ['', '-journal']) rmSync(`${own.path}${end}`, { force: true });
  own = null;
}

async function removeLeft(place: string): Promise<void> {
  const names = await readdir(place).catch(() => []);
  for (const name of names.filter((found) => LIST.test(found)))
    await settle(join(place, name)).catch(() => undefined);
}

/** Removes what a list names, and the list, unless its process lives. */
async function settle(list: string): Promise<void> {
  const { size, mtimeMs } = await stat(list);
  if (size === 0 && Date.now() - mtimeMs < NEWBORN_MS) return;
  const db = openAlone(list);
  if (!db) return;
  let isKept = false;
  try {
    for (const path of pathsOn(db)) {
      const isGone = OURS.test(basename(path)) ? await remove(path) : true;
      if (isGone) db.prepare('DELETE FROM unfinished WHERE path = ?').run(path);
      else isKept = true;
    }
  } finally {
    db.close();
  }
  if (!isKept) for (const end of ['', '-journal']) await rm(`${list}${end}`, { force: true });
}

function pathsOn(db: Database): string[] {
  const made = db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'unfinished'").pluck().get();
  return made === 0 ? [] : (db.prepare('SELECT path FROM unfinished').pluck().all() as string[]);
}

/** Whether nothing is at the path now: not on a drive that is away, or where it cannot be removed. */
async function remove(path: string): Promise<boolean> {
  try {
    await access(dirname(path));
    // A copy of a case is a database, whose journal is left with it.
    for (const end of ['', '-journal']) await rm(`${path}${end}`, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** A list that cannot be written must not keep anybody from their work. */
function unlessItFails(work: () => unknown): void {
  try {
    work();
  } catch {
    // What a kill leaves is then left.
  }
}
