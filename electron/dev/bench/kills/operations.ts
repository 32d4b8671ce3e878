import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runAnalysis } from '../../../../shared/contract/analysis.ts';
import { type BundleChoice, exportBundle } from '../../../../shared/contract/bundles.ts';
import {
  backUpCase,
  changePassphrase,
  closeCase,
  compactCase,
  openCase,
  recoverCase,
} from '../../../../shared/contract/cases.ts';
import { rerunFindings } from '../../../../shared/contract/findings.ts';
import { importSource, listSources, removeSource } from '../../../../shared/contract/imports.ts';
import { mergeCopy } from '../../../../shared/contract/merge.ts';
import { EngineChild } from '../engine-child.ts';
import { makeCopy } from './copy.ts';
import { freshOldCase, KEY_PASSPHRASE, MAPPING, oldCase, pathOf, type Scene, type Targets } from './scene.ts';

/** Something that takes long, in which the engine is killed. */
export interface Operation {
  readonly name: string;
  /** People go on writing while it runs. */
  readonly withActs?: boolean;
  /** What it replaces. */
  readonly writes?: keyof Targets;
  /** Whether the case is open when it begins. */
  readonly opens?: false;
  /** Brings the case to where it can be done; it is not killed in this. */
  prepare?(scene: Scene, engine: EngineChild): Promise<unknown>;
  run(scene: Scene, engine: EngineChild): Promise<unknown>;
}

export const OTHER_PASSPHRASE = 'another horse';
/** Acts between two kills, several on their way at a time. */
const ACTS = 120;

export const REDACTED: BundleChoice = {
  whole: true,
  findings: [],
  operators: [],
  accounts: [],
  template: 'internal',
  redaction: true,
  prompts: false,
  rowLimit: null,
  handling: 'TLP:AMBER',
  pap: '',
  recipients: '',
};

const author = 'tester';
export const openIt = ({ path, passphrase }: Scene, engine: EngineChild) =>
  engine.call(openCase, { grant: engine.grant(path), author, passphrase });

const importLog = ({ log }: Scene, engine: EngineChild) =>
  engine.call(importSource, { grant: engine.grant(log), mapping: MAPPING });

async function loggedSource(engine: EngineChild): Promise<string | undefined> {
  return (await engine.call(listSources, {}))[1]?.sha256;
}

async function withLog(scene: Scene, engine: EngineChild): Promise<void> {
  if ((await loggedSource(engine)) === undefined) await importLog(scene, engine);
}

async function withoutLog(_: Scene, engine: EngineChild): Promise<void> {
  const sha256 = await loggedSource(engine);
  if (sha256 !== undefined) await engine.call(removeSource, { sha256 });
}

/** The other of the two passphrases that a case has in turn; an unencrypted case has none in turn. */
function nextOf({ passphrase, first }: Scene): string | null {
  return passphrase === first ? OTHER_PASSPHRASE : first;
}

/** Leaves what an engine leaves that is killed in an import. */
async function killedImport(scene: Scene): Promise<void> {
  const engine = await EngineChild.start(scene.ownFolder);
  try {
    await openIt(scene, engine);
    await withoutLog(scene, engine);
    const importing = importLog(scene, engine).catch(() => undefined);
    await Promise.race([importing, sleep(60 + 200 * scene.rng.float())]);
  } finally {
    await engine.kill();
  }
}

export const OPERATIONS: readonly Operation[] = [
  { name: 'import', withActs: true, prepare: withoutLog, run: importLog },
  { name: 'import again', prepare: withLog, run: importLog },
  {
    name: 'import taken back',
    withActs: true,
    prepare: withLog,
    run: async (_, engine) => engine.call(removeSource, { sha256: (await loggedSource(engine)) as string }),
  },
  {
    name: 'analysis',
    withActs: true,
    prepare: withoutLog,
    run: (scene, engine) => engine.call(runAnalysis, { seed: ++scene.seed, priorShare: 0.01 }),
  },
  { name: 'acts, undo, redo', run: ({ person }, engine) => person.acts(engine, ACTS) },
  {
    name: 'exhibits again',
    withActs: true,
    prepare: withoutLog,
    run: ({ finding }, engine) => engine.call(rerunFindings, { finding, changedOnly: false }),
  },
  {
    name: 'merge of a copy',
    prepare: async (scene, engine) => {
      await engine.call(closeCase, {});
      scene.copied = await makeCopy(scene);
      await openIt(scene, engine);
      await scene.person.act(engine);
    },
    run: ({ person, passphrase, folder, copied }, engine) => {
      const grant = engine.grant(join(folder, 'copy.swcase'));
      const run = () => engine.call(mergeCopy, { grant, passphrase, dry: false });
      return person.send(engine, { does: copied, run });
    },
  },
  {
    name: 'export',
    withActs: true,
    writes: 'bundle',
    prepare: withoutLog,
    run: async (scene, engine) => {
      const grant = engine.grant(pathOf(scene, 'bundle'));
      const sign = { kept: 'passphrase', passphrase: KEY_PASSPHRASE } as const;
      const { sha256 } = await engine.call(exportBundle, { grant, choice: REDACTED, sign });
      scene.targets.bundle = sha256;
    },
  },
  {
    name: 'change of passphrase',
    run: async (scene, engine) => {
      const next = nextOf(scene);
      await engine.call(changePassphrase, { current: scene.passphrase, next });
      scene.passphrase = next;
    },
  },
  { name: 'compact', run: (_, engine) => engine.call(compactCase, {}) },
  {
    name: 'backup',
    withActs: true,
    writes: 'backup',
    run: async (scene, engine) => {
      const grant = engine.grant(pathOf(scene, 'backup'));
      const { sha256 } = await engine.call(backUpCase, { grant });
      scene.targets.backup = sha256;
    },
  },
  {
    name: 'recovery of a copy',
    opens: false,
    writes: 'recovered',
    prepare: async (scene) => {
      copyFileSync(scene.path, join(scene.folder, 'copy.swcase'));
      rmSync(pathOf(scene, 'recovered'), { force: true });
      scene.targets.recovered = null;
    },
    run: (scene, engine) => {
      const grant = engine.grant(join(scene.folder, 'copy.swcase'));
      const to = engine.grant(pathOf(scene, 'recovered'));
      return engine.call(recoverCase, { grant, to, author, passphrase: scene.passphrase });
    },
  },
  {
    name: 'opening an old case',
    opens: false,
    prepare: async (scene) => freshOldCase(scene),
    run: (scene, engine) =>
      engine.call(openCase, { grant: engine.grant(oldCase(scene)), author, passphrase: scene.first }),
  },
  { name: 'opening after a kill', opens: false, prepare: killedImport, run: openIt },
];
