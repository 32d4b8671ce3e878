import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from '../electron/dev/checkout.ts';
import { findStrangers, findViolations, layers } from './layers/rules.ts';

const files = globSync('{electron,renderer,shared,test}/**/*.{ts,tsx,mjs}', { cwd: checkout }).map((file) =>
  file.replaceAll(sep, '/'),
);

describe('this repository', () => {
  it('imports only what its layers allow', () => {
    // Far fewer would mean that the walk missed the sources.
    expect(files.length).toBeGreaterThan(40);
    const violations = files.flatMap((file) =>
      findViolations(file, readFileSync(join(checkout, file), 'utf8')),
    );
    expect(violations).toEqual([]);
  });

  it('has nothing but the fixed layout at its top', ({ skip }) => {
    if (!existsSync(join(checkout, '.git'))) skip('this is not a git checkout');
    const tracked = execFileSync('git', ['ls-files'], { cwd: checkout, encoding: 'utf8' }).split('\n');
    expect(findStrangers(tracked.filter((path) => path !== ''))).toEqual([]);
  });

  it('declares as dependencies the packages that the product imports', () => {
    const { dependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
    const product = layers.filter(({ folder }) => folder !== 'test/' && !folder.startsWith('electron/dev/'));
    const wanted = product.flatMap(({ packages }) => packages).filter((name) => name !== 'electron');
    expect(wanted.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
  });
});

describe('findViolations', () => {
  it.each([
    ['shared/a.ts', "import fs from 'node:fs';", 'shared/a.ts imports fs'],
    [
      'shared/a.ts',
      "import { b } from '../electron/engine/b.ts';",
      'shared/a.ts imports electron/engine/b.ts',
    ],
    ['shared/a.ts', "import d3 from 'd3';", 'shared/a.ts imports the package d3'],
    [
      'renderer/a.tsx',
      "import type { B } from '../electron/engine/b.ts';",
      'renderer/a.tsx imports electron/engine/b.ts',
    ],
    ['renderer/a.tsx', "export * from '../electron/b.ts';", 'renderer/a.tsx imports electron/b.ts'],
    ['renderer/a.tsx', "export { b } from 'axe-core/b';", 'renderer/a.tsx imports the package axe-core'],
    ['renderer/a.ts', "type B = import('../electron/b.ts').B;", 'renderer/a.ts imports electron/b.ts'],
    ['renderer/a.ts', 'await import(name);', 'renderer/a.ts imports a path made up while running'],
    ['renderer/a.ts', "import w from '../electron/b.ts?worker';", 'renderer/a.ts imports electron/b.ts'],
    [
      'electron/engine/a.ts',
      "import { app } from 'electron';",
      'electron/engine/a.ts imports the package electron',
    ],
    [
      'electron/engine/a.ts',
      "const e = require('electron');",
      'electron/engine/a.ts imports the package electron',
    ],
    ['electron/engine/a.ts', "import '../main.ts';", 'electron/engine/a.ts imports electron/main.ts'],
    ['electron/engine/a.ts', "import '../cli/main.ts';", 'electron/engine/a.ts imports electron/cli/main.ts'],
    [
      'electron/engine/a.ts',
      "import D from 'better-sqlite3';",
      'electron/engine/a.ts imports better-sqlite3',
    ],
    ['electron/engine/a.ts', "import 'node:dns/promises';", 'electron/engine/a.ts imports dns/promises'],
    ['electron/engine/a.ts', "process.getBuiltinModule('net');", 'electron/engine/a.ts imports net'],
    ['electron/cli/a.ts', "import 'child_process';", 'electron/cli/a.ts imports child_process'],
    ['electron/cli/a.ts', "import '../dev/build.ts';", 'electron/cli/a.ts imports electron/dev/build.ts'],
    ['electron/a.ts', "import './engine/main.ts';", 'electron/a.ts imports electron/engine/main.ts'],
    ['electron/a.ts', "import './dev/build.ts';", 'electron/a.ts imports electron/dev/build.ts'],
    ['electron/a.ts', "import { ipcMain } from 'electron';", "electron/a.ts imports electron's ipcMain"],
    ['electron/a.ts', "import { ipcMain as i } from 'electron';", "electron/a.ts imports electron's ipcMain"],
    ['electron/a.ts', "export { ipcMain } from 'electron';", "electron/a.ts imports electron's ipcMain"],
    ['electron/a.ts', "import * as e from 'electron';", "electron/a.ts imports electron's *"],
    ['electron/a.ts', "import { net } from 'electron';", "electron/a.ts imports electron's net"],
    ['electron/dev/a.ts', "import '../engine/main.ts';", 'electron/dev/a.ts imports electron/engine/main.ts'],
    ['electron/dev/a.ts', "import 'node:https';", 'electron/dev/a.ts imports https'],
    ['electron/dev/a.mjs', "fetch('x');", 'electron/dev/a.mjs uses fetch'],
    ['renderer/a.ts', "globalThis.fetch('x');", 'renderer/a.ts uses fetch'],
    ['renderer/a.ts', "window?.['fetch']('x');", 'renderer/a.ts uses fetch'],
    ['renderer/a.ts', "new WebSocket('x');", 'renderer/a.ts uses WebSocket'],
    ['renderer/a.ts', 'new window.XMLHttpRequest();', 'renderer/a.ts uses XMLHttpRequest'],
    ['renderer/a.ts', "new EventSource('x');", 'renderer/a.ts uses EventSource'],
    ['renderer/a.ts', "navigator.sendBeacon('x');", 'renderer/a.ts uses sendBeacon'],
    ['test/engine/a.test.ts', "import 'node:http';", 'test/engine/a.test.ts imports http'],
    ['scripts/a.ts', '', 'scripts/a.ts is in no layer'],
  ])('reports %s with %s', (path, source, problem) => {
    expect(findViolations(path, source)).toEqual([problem]);
  });

  it.each([
    ['shared/contract/a.ts', "import { z } from 'zod'; import { b } from '../b.ts';"],
    [
      'renderer/features/a/index.tsx',
      "import 'react-dom/client'; import '../../../shared/b.ts'; import './a.css';",
    ],
    ['electron/engine/case/database.ts', "import D from 'better-sqlite3'; import 'node:fs/promises';"],
    ['electron/engine/a.ts', 'await import(handlers); export const b = 1;'],
    ['electron/cli/main.ts', "import '../engine/a.ts'; import '../../shared/b.ts';"],
    ['electron/ipc.ts', "import { ipcMain } from 'electron'; import { z } from 'zod'; import './policy.ts';"],
    ['electron/engine-host/child.ts', "import { fork } from 'node:child_process'; import '../policy.ts';"],
    ['test/e2e/offline.test.ts', "import 'node:http'; page.evaluate(() => fetch('x'));"],
    ['renderer/a.ts', "const text = 'fetch(x)'; // import 'node:fs'; new WebSocket()"],
  ])('allows %s with %s', (path, source) => {
    expect(findViolations(path, source)).toEqual([]);
  });
});

describe('findStrangers', () => {
  it('names what the fixed layout does not know', () => {
    expect(
      findStrangers(['package.json', '.ci/run', 'electron/main.ts', 'docs/a.md', 'docs/b.md', 'x.js']),
    ).toEqual(['docs', 'x.js']);
  });
});
