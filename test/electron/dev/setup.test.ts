import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkout } from '../../../electron/dev/checkout.ts';

const lock = {
  '': { name: 'trial' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};
let root: string;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function writePackages(path: string, packages: object): void {
  write(path, JSON.stringify({ packages }));
}

/** Puts an `npm` on the PATH that notes its arguments, does `work` in the shell and ends with this status. */
function fakeNpm(status: number, work = ''): void {
  write('bin/npm', `#!/bin/sh\necho "$@" >> ${root}/npm-calls\n${work}\nexit ${status}\n`);
  chmodSync(join(root, 'bin/npm'), 0o755);
}

function npmCalls(): string[] {
  const file = join(root, 'npm-calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

function setup(): { status: number | null; stdout: string; stderr: string } {
  const script = `import('./electron/dev/setup.mjs').then((m) => console.log('node:' + m.setupOrExit(2)));`;
  const { NODE_OPTIONS: _, npm_execpath: __, ...env } = process.env;
  return spawnSync(process.execPath, ['-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, PATH: join(root, 'bin') },
  });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stillwatch-setup-'));
  mkdirSync(join(root, 'electron/dev'), { recursive: true });
  cpSync(join(checkout, 'electron/dev/setup.mjs'), join(root, 'electron/dev/setup.mjs'));
  writePackages('package-lock.json', lock);
  writePackages('node_modules/.package-lock.json', { 'node_modules/a': lock['node_modules/a'] });
  write('node_modules/node/bin/node', '');
  write('node_modules/.bin/node', '');
});

afterEach(() => rmSync(root, { recursive: true }));

// The stand-in for npm is a shell script.
describe.skipIf(process.platform === 'win32')('setup', () => {
  it('does nothing and prints nothing when everything is there', () => {
    fakeNpm(0);
    expect(setup()).toMatchObject({
      status: 0,
      stdout: `node:${join(root, 'node_modules/node/bin/node')}\n`,
      stderr: '',
    });
    expect(npmCalls()).toEqual([]);
  });

  it.each([
    ['another version', { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }],
    ['other content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    ['a package missing', {}],
  ])('installs when there is %s', (_, installed) => {
    fakeNpm(0);
    writePackages('node_modules/.package-lock.json', installed);
    const { status, stderr } = setup();
    expect(status).toBe(0);
    expect(stderr).toContain('Installing the packages');
    expect(npmCalls()).toEqual([expect.stringMatching(/^install --no-save /)]);
  });

  it('installs when nothing is there, and reports a failing npm', () => {
    fakeNpm(7);
    rmSync(join(root, 'node_modules'), { recursive: true });
    const { status, stderr } = setup();
    expect(status).toBe(1);
    expect(stderr).toContain('npm install failed (status 7)');
  });

  it('says so when there is no npm', () => {
    rmSync(join(root, 'node_modules'), { recursive: true });
    const { status, stderr } = setup();
    expect(status).toBe(1);
    expect(stderr).toContain('npm is not installed');
  });

  it.each(['node_modules/node/bin/node', 'node_modules/.bin/node'])(
    'fetches Node 24 without %s',
    (missing) => {
      rmSync(join(root, missing));
      fakeNpm(0, `: > ${missing}`);
      expect(setup()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^node:/) });
      expect(npmCalls()).toEqual([expect.stringMatching(/^rebuild node --ignore-scripts=false /)]);
    },
  );

  it('reports that there is no Node 24 for this platform', () => {
    rmSync(join(root, 'node_modules/node/bin/node'));
    fakeNpm(0);
    const { status, stderr } = setup();
    expect(status).toBe(1);
    expect(stderr).toContain('left no Node 24');
  });
});
