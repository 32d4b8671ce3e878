/**
 * Builds the app into dist/:
 *
 *   dist/main/main.cjs, dist/main/preload.cjs   main process and preload script, each bundled into one file
 *   dist/engine/electron/engine/**, dist/engine/shared/**
 *                                               the engine, file by file, because it finds its handlers by reading
 *                                               its own folder; npm packages stay in node_modules. Scripts that it
 *                                               hands out (*.mjs) are copied as they are
 *   dist/renderer/**                            the page, by Vite
 *   dist/packages.json                          the npm packages that are in all this or needed beside it
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build as bundle } from 'rolldown';
import { build as buildWithVite } from 'vite';
import { checkout } from './checkout.ts';
import { PackageNotes } from './package/packages-used.ts';
import { runScript } from './run-script.ts';

/** Where things are in a built checkout, relative to it, with forward slashes. */
export const built = {
  main: 'dist/main/main.cjs',
  preload: 'dist/main/preload.cjs',
  engine: 'dist/engine/electron/engine/main.js',
  page: 'dist/renderer/index.html',
  packages: 'dist/packages.json',
} as const;

const sources = ['electron/main.ts', 'electron/preload.ts', 'electron/engine/main.ts', 'renderer/index.html'];

/** What the result depends on; the development tools do not end up in it, but they decide how it is made. */
const inputs = [
  '{electron,renderer,shared}/**/*',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];
const stampFile = 'dist/inputs.sha256';

/** Builds everything anew. Throws with a sentence for people when a source file is missing. */
export async function buildAll(): Promise<void> {
  const missing = sources.filter((source) => !existsSync(join(checkout, source)));
  if (missing.length > 0) throw new Error(`The app cannot be built without ${missing.join(', ')}.`);
  const stamp = await hashInputs();
  await rm(join(checkout, 'dist'), { recursive: true, force: true });
  const notes = new PackageNotes();
  await Promise.all([
    buildCommonJs('electron/main.ts', join(checkout, built.main), notes),
    buildCommonJs('electron/preload.ts', join(checkout, built.preload), notes),
    buildEngine(notes),
    buildPage(notes),
  ]);
  const packages = { bundled: [...notes.bundled].sort(), imported: [...notes.imported].sort() };
  await writeFile(join(checkout, built.packages), `${JSON.stringify(packages, null, 2)}\n`);
  await writeFile(join(checkout, stampFile), stamp);
}

/** Builds unless dist/ was built from exactly the present files. */
export async function buildIfChanged(): Promise<void> {
  const stamp = await readFile(join(checkout, stampFile), 'utf8').catch(() => null);
  if (stamp !== null && stamp === (await hashInputs())) return;
  console.log('Building the app.');
  await buildAll();
}

/** The main process alone; as a trial package has it (see package/kind.ts) and nothing else, or as everything has. */
export function buildMain(file: string, trial: boolean): Promise<void> {
  return buildCommonJs('electron/main.ts', file, new PackageNotes(), trial);
}

/** Electron loads both files by `require`: a sandboxed preload script cannot be an ES module. */
async function buildCommonJs(
  source: string,
  file: string,
  notes: PackageNotes,
  trial = false,
): Promise<void> {
  await bundle({
    cwd: checkout,
    input: join(checkout, source),
    platform: 'node',
    external: ['electron'],
    logLevel: 'warn',
    // Code that hangs on this is left out wherever it is false.
    transform: { define: { STILLWATCH_TRIAL: String(trial) } },
    plugins: [notes.plugin()],
    output: { file, format: 'cjs', codeSplitting: false },
  });
}

async function buildEngine(notes: PackageNotes): Promise<void> {
  await bundle({
    cwd: checkout,
    input: await list(['electron/engine/**/*.ts']),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(id),
    // Every file stays whole: what looks unused here may be imported by a path made up while running.
    treeshake: false,
    logLevel: 'warn',
    plugins: [notes.plugin()],
    output: {
      dir: join(checkout, 'dist', 'engine'),
      format: 'esm',
      preserveModules: true,
      preserveModulesRoot: checkout,
      entryFileNames: '[name].js',
    },
  });
  for (const script of await list(['electron/engine/**/*.mjs']))
    await copyFile(script, join(checkout, 'dist', 'engine', relative(checkout, script)));
}

async function buildPage(notes: PackageNotes): Promise<void> {
  // Vite takes this at its word, tests set it, and a page built for development tells the paths of its sources.
  process.env.NODE_ENV = 'production';
  await buildWithVite({
    configFile: join(checkout, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [notes.plugin()],
    worker: { plugins: () => [notes.plugin()] },
  });
}

async function list(patterns: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob(patterns, { cwd: checkout, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  return files.sort();
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await list(inputs)) {
    const content = await readFile(file);
    hash.update(`${relative(checkout, file)}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  await runScript(async () => {
    const startedMs = performance.now();
    await buildAll();
    console.log(`Built dist/ in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
  });
}
