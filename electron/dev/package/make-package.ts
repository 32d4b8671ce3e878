import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { buildIfChanged, built } from '../build.ts';
import { checkout } from '../checkout.ts';
import { runCommand } from '../run-command.ts';
import { type ElectronRuntime, obtainRuntime } from '../runtime.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { buildInstallers, buildUnpacked, type Ingredients, type Unpacked } from './builder.ts';
import { CHECKSUMS, checksumsOf } from './checksums.ts';
import { FUSES, readFuses } from './fuses.ts';
import { kindFor, type PackageKind } from './kind.ts';
import { licencesDocument, readLicences } from './licences.ts';
import { type LockedPackage, pick, readLock } from './locked-packages.ts';
import { type RuntimeVersions, readRuntimeVersions } from './runtime-versions.ts';
import { readDatabase } from './sqlite.ts';
import { layOut } from './stage.ts';

export interface Made extends Unpacked {
  readonly kind: PackageKind;
  readonly electron: string;
  /** Installers and archives that were made beside it. */
  readonly installers: readonly string[];
}

/**
 * Makes this system's package below `to`, unpacked, and its installers if asked; what was there of an earlier one is
 * replaced. Throws with a sentence for people.
 */
export async function makePackage(to: string, withInstallers: boolean): Promise<Made> {
  const runtime = await obtainRuntime();
  const versions = await readRuntimeVersions(libraryOf(runtime));
  const kind = kindFor({ fallback: runtime.fallback, version: versions.electron });
  if (kind.trial && withInstallers)
    throw new Error('There are no installers of a trial package: it is never handed on. Nothing was made.');
  await buildIfChanged();
  const work = await mkdtemp(join(tmpdir(), 'stillwatch-package-'));
  try {
    const stage = join(work, 'stage');
    const papers = join(work, 'papers');
    const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'));
    const packages = await packagesUsed();
    await layOut(stage, kind, version, packages.beside);
    await writePapers(papers, kind, version, versions, packages.all);
    const output = join(to, kind.folder);
    await rm(output, { recursive: true, force: true });
    const ingredients: Ingredients = {
      kind,
      dist: runtime.dist,
      electron: versions.electron,
      stage,
      papers,
      output,
    };
    const unpacked = await buildUnpacked(ingredients);
    await finish(unpacked);
    const installers = withInstallers ? await buildInstallers(ingredients, unpacked) : [];
    return { ...unpacked, kind, electron: versions.electron, installers };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Sees that the fuses are as they should be, and lists every file. On macOS a list inside would break the signature. */
async function finish({ folder, executable }: Unpacked): Promise<void> {
  const fuses = await readFuses(executable);
  if (!isDeepStrictEqual(fuses, FUSES))
    throw new Error(
      `The fuses of the package are not as wanted, but ${JSON.stringify(fuses)}. Do not use it.`,
    );
  const list = process.platform === 'darwin' ? `${folder}-${CHECKSUMS}` : join(folder, CHECKSUMS);
  await writeFile(list, await checksumsOf(folder));
}

/** The packages that lie beside the built files, and all that are in the application. */
async function packagesUsed(): Promise<Record<'beside' | 'all', readonly LockedPackage[]>> {
  const { bundled, imported } = JSON.parse(await readFile(join(checkout, built.packages), 'utf8'));
  const lock = await readLock(checkout);
  const beside = pick(imported, lock, true);
  return { beside, all: pick([...bundled, ...beside.map(({ folder }) => folder)], lock, false) };
}

/** What goes along on paper: the licences of others' work, and the bill of materials. */
async function writePapers(
  folder: string,
  kind: PackageKind,
  version: string,
  runtime: RuntimeVersions,
  packages: readonly LockedPackage[],
): Promise<void> {
  const [licensed, database] = await Promise.all([readLicences(packages), readDatabase()]);
  const ownNode = kind.trial ? process.versions.node : null;
  const writtenS = await sourcesWrittenS();
  const bill = billOfMaterials({ kind, version, packages, licensed, runtime, database, ownNode, writtenS });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  await writeFile(join(folder, 'LICENSES.txt'), licencesDocument([...licensed, ...database.licensed]));
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org) or else the time of the last commit, so never that of the build. */
export async function sourcesWrittenS(): Promise<number | null> {
  const given = process.env.SOURCE_DATE_EPOCH;
  const told =
    given ??
    (await runCommand('git', ['log', '-1', '--format=%ct'], { cwd: checkout }).catch(() => null))?.stdout;
  return told !== undefined && /^\d+\s*$/.test(told) ? Number(told) : null;
}

/** The file that holds Electron itself. */
function libraryOf({ dist, executablePath }: ElectronRuntime): string {
  if (process.platform !== 'darwin') return executablePath;
  return join(
    dist,
    'Electron.app/Contents/Frameworks/Electron Framework.framework/Versions/A/Electron Framework',
  );
}
