import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { readModuleUses } from './module-uses.ts';

export interface Layer {
  /** Path prefix of its files; the longest that fits decides. */
  readonly folder: string;
  /** Folders of the layers whose files it may import, beside its own. */
  readonly layers: readonly string[];
  readonly packages: readonly string[];
  /** Whether it runs on Node and may import its built-in modules. */
  readonly onNode: boolean;
}

/** Who may import what. A line is added here with a reason in mind, not to make a test pass. */
export const layers: readonly Layer[] = [
  { folder: 'shared/', layers: [], packages: ['zod'], onNode: false },
  {
    folder: 'renderer/',
    layers: ['shared/'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'd3',
      '@tanstack/react-virtual',
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
    ],
    onNode: false,
  },
  {
    folder: 'electron/engine/',
    layers: ['shared/'],
    packages: [
      'zod',
      'better-sqlite3',
      'uuid',
      'canonicalize',
      '@noble/ciphers',
      '@noble/hashes',
      'hyparquet',
      'hyparquet-compressors',
    ],
    onNode: true,
  },
  { folder: 'electron/cli/', layers: ['electron/engine/', 'shared/'], packages: [], onNode: true },
  {
    folder: 'electron/dev/',
    layers: [],
    packages: ['rolldown', 'vite', 'playwright-core', '@electron/fuses', 'electron-builder', 'yauzl'],
    onNode: true,
  },
  // Measures the product's own functions, so unlike the tool chain around it, it imports them.
  {
    folder: 'electron/dev/bench/',
    layers: ['electron/dev/', 'electron/cli/', 'electron/engine/', 'shared/', 'renderer/'],
    packages: ['@duckdb/node-api'],
    onNode: true,
  },
  // The main process: everything else of electron/.
  { folder: 'electron/', layers: ['shared/'], packages: ['electron', 'zod'], onNode: true },
  {
    folder: 'test/',
    layers: [
      'shared/',
      'renderer/',
      'electron/',
      'electron/engine/',
      'electron/cli/',
      'electron/dev/',
      'electron/dev/bench/',
    ],
    packages: [
      'vitest',
      'fast-check',
      'playwright-core',
      'axe-core',
      'rolldown',
      'better-sqlite3',
      'zod',
      'ajv',
      'ajv-formats',
      'graphology',
      'graphology-gexf',
      'graphology-graphml',
      'unpdf',
      'uuid',
      'canonicalize',
      'yauzl',
      'react',
      'react-dom',
      'd3',
    ],
    onNode: true,
  },
];

/** Modules and Electron names that only some places may import, each place a path prefix. */
const reservedModules: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['electron/engine/case/database.ts', 'test/'],
  child_process: ['electron/dev/', 'electron/engine-host/', 'test/'],
};
const reservedElectronNames: Readonly<Record<string, readonly string[]>> = {
  ipcMain: ['electron/ipc.ts'],
  net: [],
  // An import of the whole module would hide which names are used.
  '*': [],
};

const networkModules = new Set(['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector']);
/** Only tests that show that the network is out of reach may try to reach it. */
const networkPlaces = ['test/e2e/', 'test/security/'];

/** Where a path made up while running may be imported: engine and command line find their parts by reading a folder. */
const computedImportPlaces = ['electron/engine/', 'electron/cli/', 'electron/dev/', 'test/'];

/** What `source` does that its place does not allow, one sentence each; `path` is relative to the checkout. */
export function findViolations(path: string, source: string): string[] {
  const layer = layerOf(path);
  if (layer === undefined) return [`${path} is in no layer`];
  const uses = readModuleUses(path, source);
  const electronNames = layer.packages.includes('electron') ? uses.electronNames : [];
  const problems = [
    ...uses.imports.map((specifier) => judgeImport(path, layer, specifier)),
    ...electronNames.map((name) => judgeReserved(path, name, reservedElectronNames, `electron's ${name}`)),
    ...uses.networkCalls.map((name) => (isIn(path, networkPlaces) ? undefined : `uses ${name}`)),
    uses.computedImport && !isIn(path, computedImportPlaces)
      ? 'imports a path made up while running'
      : undefined,
  ];
  return problems.filter((problem) => problem !== undefined).map((problem) => `${path} ${problem}`);
}

function judgeImport(path: string, layer: Layer, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return judgeLocal(path, layer, specifier);
  if (isBuiltin(specifier)) return judgeBuiltin(path, layer, specifier.replace(/^node:/, ''));
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (!layer.packages.includes(name)) return `imports the package ${name}`;
  return judgeReserved(path, name, reservedModules, name);
}

function judgeLocal(path: string, layer: Layer, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
  const folder = layerOf(target)?.folder;
  const allowed = folder !== undefined && (folder === layer.folder || layer.layers.includes(folder));
  return allowed ? undefined : `imports ${target}`;
}

function judgeBuiltin(path: string, layer: Layer, specifier: string): string | undefined {
  const name = specifier.split('/')[0] as string;
  if (networkModules.has(name)) return isIn(path, networkPlaces) ? undefined : `imports ${specifier}`;
  if (!layer.onNode) return `imports ${specifier}`;
  return judgeReserved(path, name, reservedModules, name);
}

function judgeReserved(
  path: string,
  name: string,
  reserved: Readonly<Record<string, readonly string[]>>,
  label: string,
): string | undefined {
  if (!Object.hasOwn(reserved, name) || isIn(path, reserved[name] ?? [])) return undefined;
  return `imports ${label}`;
}

function layerOf(path: string): Layer | undefined {
  const fitting = layers.filter((layer) => path.startsWith(layer.folder));
  return fitting.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => path.startsWith(place));
}

/** What may stand at the top of the repository, beside dot-files. */
const topLevel = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'vite.config.ts',
  'vitest.config.ts',
  'README.md',
  'electron',
  'renderer',
  'shared',
  'test',
]);

/** The top-level names among `paths` that the fixed layout does not know. */
export function findStrangers(paths: readonly string[]): string[] {
  const names = new Set(paths.map((path) => path.split('/')[0] as string));
  return [...names].filter((name) => !name.startsWith('.') && !topLevel.has(name));
}
