import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseInfo } from '../../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { cannotWrite } from '../../case/cannot-write.ts';
import { Case } from '../../case/case.ts';
import { type Database, openDatabase } from '../../case/database.ts';
import { type CaseKey, SALT_BYTES } from '../../case/key.ts';
import { migrate } from '../../case/migrate.ts';
import { type TemporaryPath, temporaryPath } from '../../jobs/unfinished.ts';
import { WITHHELD } from './leaving-entry.ts';

export interface TemporaryOptions {
  /** In which the temporary file is made. */
  readonly folder: string;
  readonly author: string;
  /** Why nothing can be changed, a sentence. */
  readonly readOnly: string;
  /** See Case.hasRedactedLog. */
  readonly redactedLog?: boolean;
}

/** A case that nothing can be changed in, whose file goes when it is closed. */
class TemporaryCase extends Case {
  private readonly folder: TemporaryPath;
  private readonly redactedLog: boolean;

  constructor(folder: TemporaryPath, path: string, db: Database, key: CaseKey, options: TemporaryOptions) {
    super(path, db, options.author, key, options.readOnly);
    this.folder = folder;
    this.redactedLog = options.redactedLog ?? false;
  }

  override get hasRedactedLog(): boolean {
    return this.redactedLog || isToldInPart(this.db);
  }

  /** Its key is nobody's passphrase, so it asks for none. */
  override info(): CaseInfo {
    return { ...super.info(), encrypted: false };
  }

  override async close(): Promise<void> {
    await super.close();
    await remove(this.folder);
  }
}

function isToldInPart(db: Database): boolean {
  const found = db.prepare('SELECT 1 FROM custody_log WHERE entry ->> ? IS NOT NULL LIMIT 1');
  return found.get(`$.${WITHHELD}`) !== undefined;
}

/**
 * Makes a case in a folder of its own below `folder`, encrypted with a key that nobody else has, and has it filled. It
 * is opened for reading only, for the reason given. The file is for its owner alone (mode 0600), and removed when the
 * case is closed or filling it fails.
 * @throws StillwatchError FILE_UNWRITABLE, DISK_FULL, and what `fill` throws
 */
export async function temporaryCase(
  options: TemporaryOptions,
  fill: (db: Database) => Promise<void>,
): Promise<Case> {
  let own: TemporaryPath | undefined;
  let writing: Database | undefined;
  try {
    own = await temporaryPath(options.folder);
    await mkdir(own.path, { mode: 0o700 }).catch(noFolder);
    const path = join(own.path, 'published.swcase');
    await (await open(path, 'wx', 0o600)).close();
    const key = {
      keyHex: randomBytes(32).toString('hex'),
      saltHex: randomBytes(SALT_BYTES).toString('hex'),
    };
    writing = openDatabase(path, { key });
    // Whatever interrupts this, the file is of no use afterwards.
    writing.pragma('journal_mode = OFF');
    writing.pragma('synchronous = OFF');
    migrate(writing);
    await fill(writing);
    writing.close();
    return new TemporaryCase(own, path, openDatabase(path, { key, readOnly: true }), key, options);
  } catch (error) {
    writing?.close();
    if (own !== undefined) await remove(own);
    throw cannotWrite(error, 'Nothing was kept.');
  }
}

async function remove({ path, forget }: TemporaryPath): Promise<void> {
  await rm(path, { recursive: true, force: true });
  forget();
}

function noFolder(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
  throw new StillwatchError(
    'FILE_UNWRITABLE',
    'The folder to write to does not exist. Nothing was written. Choose an existing folder.',
  );
}
