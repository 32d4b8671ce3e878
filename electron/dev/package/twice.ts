import { cp, link, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { runCommand } from '../run-command.ts';
import { obtainRuntime } from '../runtime.ts';
import { checksumsOf, filesBelow } from './checksums.ts';
import { sourcesWrittenS } from './make-package.ts';

/** All that a build and a package are made of. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];
/** Two checkouts that differ in where they are and in their surroundings: time, language, what tools take for a hint. */
const TWINS = [
  { path: 'a', env: { TZ: 'UTC', LANG: 'C.UTF-8' } },
  {
    path: join('a checkout with a longer name', 'stillwatch'),
    env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', NODE_ENV: 'development' },
  },
] as const;

/**
 * Makes the package from two checkouts at different places and compares them. Throws with the names of the files that
 * differ, and where a built file holds the path of a checkout.
 */
export async function packageTwice(): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'stillwatch-twice-'));
  try {
    const sums: string[] = [];
    for (const { path, env } of TWINS) {
      console.log(`Making the package in ${join(work, path)}.`);
      sums.push(await packageIn(join(work, path), work, env));
    }
    const differing = differences(sums);
    if (differing.length > 0) throw new Error(`The two packages are not the same: ${differing.join(', ')}.`);
    console.log(`Both packages and builds hold the same ${sums[0]?.split('\n').length} files, byte by byte.`);
    console.log('No built file holds the path of a checkout.');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Lines of lists that not all of them have, as the names of their files. */
export function differences(lists: readonly string[]): readonly string[] {
  const all = lists.map((list) => new Set(list.split('\n')));
  const lines = lists.flatMap((list) => list.split('\n').filter((line) => all.some((one) => !one.has(line))));
  return [...new Set(lines.map((line) => line.slice(line.indexOf('  ') + 2)))].sort();
}

/** Checksums of the package and the build made in a new checkout at `twin`. */
async function packageIn(twin: string, work: string, env: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(twin, { recursive: true });
  for (const source of SOURCES) await cp(join(checkout, source), join(twin, source), { recursive: true });
  await linkFolder(join(checkout, 'node_modules'), join(twin, 'node_modules'));
  const { dist } = await obtainRuntime();
  const writtenS = await sourcesWrittenS();
  const output = join(twin, 'out');
  const { status, stdout, stderr } = await runCommand(
    process.execPath,
    [join(twin, 'electron', 'dev', 'package.ts'), '--to', output],
    {
      cwd: twin,
      env: {
        ...process.env,
        ...env,
        ELECTRON_OVERRIDE_DIST_PATH: dist,
        ...(writtenS !== null && { SOURCE_DATE_EPOCH: String(writtenS) }),
      },
    },
  );
  if (status !== 0) throw new Error(`No package was made in ${twin}.\n${stdout}${stderr}`);
  for (const folder of ['dist', 'out']) await findPaths(join(twin, folder), [work, checkout]);
  return `${await checksumsOf(join(twin, 'dist'))}${await checksumsOf(output)}`;
}

/** Throws when a file below a folder holds one of the paths, which would tell where it was made. */
export async function findPaths(folder: string, paths: readonly string[]): Promise<void> {
  for (const name of await filesBelow(folder)) {
    const content = await readFile(join(folder, name));
    const path = paths.find((one) => content.includes(one));
    if (path !== undefined) throw new Error(`${name} holds the path ${path} of the machine that made it.`);
  }
}

/** A folder of links to the files of another one, without what can be made again. */
export async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (entry.name !== '.cache') await linkFolder(source, target);
    } else if (entry.isFile()) await link(source, target).catch(() => cp(source, target));
    else await cp(source, target, { verbatimSymlinks: true });
  }
}
