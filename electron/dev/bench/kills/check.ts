import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readInfo } from '../../../engine/analysis/store.ts';
import { verifyBundle } from '../../../engine/bundle/verify/verify.ts';
import type { Case } from '../../../engine/case/case.ts';
import { type Database, openDatabase } from '../../../engine/case/database.ts';
import { SCHEMA_VERSION } from '../../../engine/case/migrate.ts';
import { reopenCase } from '../../../engine/case/open-case.ts';
import { custodyFault } from '../../../engine/custody/fault.ts';
import { dataOf } from './data-of.ts';
import { OTHER_PASSPHRASE } from './operations.ts';
import type { Settled } from './person.ts';
import { keyFor, oldCase, opens, pathOf, type Scene, type Targets } from './scene.ts';

/** What the case, and everything around it, was found to be after a kill. */
export interface Found {
  /** What of an engine's own lay beside the case before the case was opened again, by kind. */
  readonly leftBefore: readonly string[];
  /** What must not be, a phrase each. */
  readonly faults: readonly string[];
  readonly acts: Settled;
}

/** Files that may be in the folder of a case that nobody has open. */
const ALLOWED = new Set([
  'case.swcase',
  'copy.swcase',
  'old.swcase',
  'bundle.zip',
  'backup.swcase',
  'recovered.swcase',
]);
const NO_ACTS: Settled = { answered: 0, lost: 0, agrees: true };

/**
 * Opens the case with its key, as the next start would, and looks at all that the kill may have hurt.
 * @param written what may have been replaced
 */
export async function inspect(scene: Scene, written: keyof Targets | null): Promise<Found> {
  const leftBefore = strangers(scene).map(kindOf);
  const faults: string[] = [];
  const fitting: (string | null)[] = [];
  for (const passphrase of [scene.first, OTHER_PASSPHRASE])
    if (await opens(scene, scene.path, passphrase)) fitting.push(passphrase);
  if (fitting.length !== 1) faults.push(`not opened: ${fitting.length} of its passphrases open the case`);
  if (fitting.length > 0) scene.passphrase = fitting[0];
  const acts = await withCase(scene, scene.path, faults, (open) => {
    const { seen, faults: broken } = dataOf(open);
    faults.push(...broken);
    if (seen !== scene.without && seen !== scene.with) faults.push('half published: the data are neither');
    faults.push(...faultsOfAnalysis(open.db));
    const settled = scene.person.settle(open.db);
    if (settled.lost > 0) faults.push(`lost: ${settled.lost} acts`);
    if (!settled.agrees) faults.push('lost: what is written is not what the model says');
    return settled;
  });
  faults.push(...(await faultsOfTargets(scene, written)));
  if (existsSync(oldCase(scene)))
    await withCase(scene, oldCase(scene), faults, ({ db }) => {
      if (db.pragma('user_version', { simple: true }) !== SCHEMA_VERSION)
        faults.push('old case: not migrated');
      const notes = db.prepare('SELECT count(*) FROM annotation').pluck().get();
      if (notes !== scene.oldAnnotations) faults.push(`old case: lost: ${notes} annotations`);
      if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok')
        faults.push('old case: integrity_check');
    });
  const left = strangers(scene).filter((name) => !isTemporary(name));
  if (left.length > 0) faults.push(`left over after opening: ${left.join(', ')}`);
  return { leftBefore, faults, acts: acts ?? NO_ACTS };
}

/** What no opening of a case or start of an engine has removed of the temporary files of engines that were killed. */
export const temporaryLeft = (scene: Scene) => strangers(scene).filter(isTemporary);

async function withCase<T>(
  scene: Scene,
  path: string,
  faults: string[],
  look: (open: Case) => T,
): Promise<T | undefined> {
  const passphrase = path === scene.path ? scene.passphrase : scene.first;
  try {
    const open = await reopenCase({ path, key: await keyFor(scene, path, passphrase) }, 'tester');
    try {
      if (open.readOnly !== null) faults.push(`not opened for writing: ${open.readOnly}`);
      return look(open);
    } finally {
      await open.close();
    }
  } catch (error) {
    faults.push(`not opened: ${(error as Error).message}`);
    return undefined;
  }
}

/** The results of an analysis and the entry about it come in one piece. */
function faultsOfAnalysis(db: Database): string[] {
  const logged = db
    .prepare(
      `SELECT entry ->> '$.detail.seed' AS seed, entry ->> '$.detail.accounts' AS accounts,
         entry ->> '$.detail.operators' AS operators
       FROM custody_log WHERE entry ->> '$.action' = 'analysis.run' ORDER BY seq DESC LIMIT 1`,
    )
    .get() as { seed: number; accounts: number; operators: number };
  const info = readInfo(db);
  const whole =
    info?.seed === logged.seed && info.accounts === logged.accounts && info.operators === logged.operators;
  return whole ? [] : ['half published: the analysis is not the one that the custody log tells of'];
}

/**
 * What stands under the name of a bundle or a backup is what stood there before, or what an engine said it wrote; or,
 * where it was being written, something new and whole.
 */
async function faultsOfTargets(scene: Scene, written: keyof Targets | null): Promise<string[]> {
  const faults: string[] = [];
  for (const target of ['bundle', 'backup', 'recovered'] as const) {
    const path = pathOf(scene, target);
    const sha256 = existsSync(path) ? sha256Of(path) : null;
    if (sha256 === scene.targets[target]) continue;
    if (target !== written || sha256 === null) faults.push(`lost: the ${target}`);
    else if (!(await isWhole[target](scene, path).catch(() => false)))
      faults.push(`half published: the ${target}`);
    scene.targets[target] = sha256;
  }
  return faults;
}

async function isWholeCase(scene: Scene, path: string): Promise<boolean> {
  const db = openDatabase(path, { key: await keyFor(scene, path, scene.passphrase), readOnly: true });
  try {
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok' && custodyFault(db) === null;
  } finally {
    db.close();
  }
}

const isWhole = {
  bundle: async (_: Scene, path: string) => {
    const { ok, signature } = await verifyBundle(path);
    return ok && signature.state === 'unknown';
  },
  backup: isWholeCase,
  recovered: isWholeCase,
};

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

const strangers = ({ folder }: Scene) => readdirSync(folder).filter((name) => !ALLOWED.has(name));
const isTemporary = (name: string) => name.startsWith('.stillwatch-');

function kindOf(name: string): string {
  if (name.startsWith('.stillwatch-')) return name.endsWith('.part') ? '.part' : 'folder';
  return name.includes('stillwatch-draft') ? 'draft' : name.slice(name.lastIndexOf('swcase') + 6);
}
