import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapping } from '../../../../shared/contract/imports.ts';
import { runAnalysis } from '../../../engine/analysis/run-analysis.ts';
import { createKey } from '../../../engine/bundle/sign/key-store.ts';
import { openDatabase } from '../../../engine/case/database.ts';
import { readFileHead } from '../../../engine/case/file-head.ts';
import { type CaseKey, deriveKey } from '../../../engine/case/key.ts';
import { createCase } from '../../../engine/case/open-case.ts';
import { nowUs } from '../../../engine/clock.ts';
import { pinExhibit } from '../../../engine/exhibits/pin.ts';
import { createFinding } from '../../../engine/findings/change.ts';
import { importFile } from '../../../engine/import/import-file.ts';
import { removeSource } from '../../../engine/import/remove-source.ts';
import { unwatched } from '../../../engine/jobs/job.ts';
import { Rng } from '../../../engine/rng.ts';
import { type DataSeen, dataOf } from './data-of.ts';
import { writeLog } from './log.ts';
import type { Change } from './model.ts';
import { writeOldCase } from './old-case.ts';
import { Person } from './person.ts';

export const KEY_PASSPHRASE = 'a key of its own';
export const MAPPING: Mapping = {
  columns: Object.fromEntries(
    ['timestamp', 'account_id', 'request_id', 'model', 'ip', 'topic', 'prompt_text'].map((name) => [
      name,
      name,
    ]),
  ),
  timeFormat: 'iso',
  timeZone: null,
  delimiter: ',',
};

/** How much a case holds. */
export interface Sizes {
  readonly accounts: number;
  readonly requests: number;
  /** Rows of the log that is imported and taken back. */
  readonly imported: number;
  /** Annotations of the case of an older schema. */
  readonly oldAnnotations: number;
}

/** One case that engines are killed over, with the files around it and what must be in it. */
export interface Scene {
  readonly name: string;
  readonly folder: string;
  /** Of the application: signing key, lists of unfinished files. */
  readonly ownFolder: string;
  readonly path: string;
  readonly log: string;
  readonly person: Person;
  readonly rng: Rng;
  /** Of the case at first; null for an unencrypted one. */
  readonly first: string | null;
  /** Of the case as it is now. */
  passphrase: string | null;
  /** Derived keys by passphrase and salt: deriving takes half a second. */
  readonly keys: Map<string, CaseKey>;
  readonly finding: string;
  /** The data without and with the log. */
  readonly without: DataSeen;
  readonly with: DataSeen;
  /** Of the last analysis asked for. */
  seed: number;
  /** What the last copy holds that the case does not. */
  copied: readonly Change[];
  readonly targets: Targets;
  readonly oldAnnotations: number;
}

/** SHA-256 of what was written last that stands in the folder, as last seen or as an engine said; null for none. */
export interface Targets {
  bundle: string | null;
  backup: string | null;
  /** Made from a copy of the case. */
  recovered: string | null;
}

const AUTHOR = 'tester';

/** Makes a case with data, a finding with exhibits, an analysis, a case of an older schema and a log beside it. */
export async function makeScene(
  parent: string,
  { name, passphrase, seed, sizes }: { name: string; passphrase: string | null; seed: number; sizes: Sizes },
): Promise<Scene> {
  const folder = join(parent, name);
  const ownFolder = join(parent, 'own');
  for (const each of [folder, ownFolder]) mkdirSync(each, { recursive: true });
  const path = join(folder, 'case.swcase');
  const rng = new Rng(seed).fork(name);
  const base = join(parent, `${name}-base.csv`);
  const log = join(parent, `${name}.csv`);
  writeLog(base, sizes.requests, sizes.accounts, 'base');
  writeLog(log, sizes.imported, sizes.accounts, 'more');
  const open = await createCase(path, AUTHOR, passphrase, {
    name: 'Trial',
    reference: '',
    handling: 'TLP:AMBER',
    timeZone: 'UTC',
  });
  await importFile(open, base, MAPPING, unwatched);
  const finding = createFinding(open, { claim: 'the first', scope: ['account:base_1'] });
  for (let i = 0; i < 8; i++) {
    const sql = `SELECT model, count(*), max(ip) FROM requests WHERE account_id <> 'base_${i}' GROUP BY model`;
    const question = { query: 'sql', args: { sql } } as const;
    await pinExhibit(open, { finding, title: `exhibit ${i}`, question, picture: null }, unwatched);
  }
  await runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched);
  // So that nobody undoes what the operations rest on.
  open.db.prepare('UPDATE command SET final = 1').run();
  const accounts = Array.from({ length: sizes.accounts }, (_, i) => `base_${i}`);
  const person = new Person(name, rng.fork('person'), accounts);
  person.begin(open.db);
  const without = dataOf(open).seen;
  const { sources } = await importFile(open, log, MAPPING, unwatched);
  const withLog = dataOf(open).seen;
  await removeSource(open, sources[0].sha256, unwatched);
  const { key } = open.access();
  await open.close();
  await writeOldCase(join(parent, `${name}-old.swcase`), key, sizes.oldAnnotations);
  const keys = new Map(key ? [[`${passphrase} ${key.saltHex}`, key] as const] : []);
  await createKey(join(ownFolder, 'signing.key'), {
    owner: 'Tester',
    kept: 'passphrase',
    passphrase: KEY_PASSPHRASE,
    createdUs: nowUs(),
  }).catch(() => undefined);
  return {
    name,
    folder,
    ownFolder,
    path,
    log,
    person,
    rng,
    first: passphrase,
    passphrase,
    keys,
    finding,
    without,
    with: withLog,
    seed: 1,
    copied: [],
    targets: { bundle: null, backup: null, recovered: null },
    oldAnnotations: sizes.oldAnnotations,
  };
}

/** The key that a passphrase gives for a file, as the engine derives it. */
export async function keyFor(
  { keys }: Scene,
  path: string,
  passphrase: string | null,
): Promise<CaseKey | null> {
  const head = await readFileHead(path);
  if (!head.encrypted) return null;
  const salt = Buffer.from(head.salt);
  const name = `${passphrase} ${salt.toString('hex')}`;
  const key = keys.get(name) ?? (await deriveKey(passphrase ?? '', salt));
  keys.set(name, key);
  return key;
}

/** Whether the file opens with what the passphrase gives, and what a killed engine left half written with it. */
export async function opens(scene: Scene, path: string, passphrase: string | null): Promise<boolean> {
  const head = await readFileHead(path);
  if (head.encrypted !== (passphrase !== null)) return false;
  try {
    openDatabase(path, { key: await keyFor(scene, path, passphrase) }).close();
    return true;
  } catch {
    return false;
  }
}

export const pathOf = ({ folder }: Scene, target: keyof Targets) =>
  join(folder, target === 'bundle' ? 'bundle.zip' : `${target}.swcase`);

export const oldCase = ({ folder }: Scene) => join(folder, 'old.swcase');

/** Puts a fresh copy of the case of an older schema in its place. */
export function freshOldCase(scene: Scene): void {
  copyFileSync(join(scene.folder, '..', `${scene.name}-old.swcase`), oldCase(scene));
}
