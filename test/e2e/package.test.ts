import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { type Bill, billProblems } from '../../electron/dev/package/bill-of-materials.ts';
import { filesBelow } from '../../electron/dev/package/checksums.ts';
import { FUSES, readFuses } from '../../electron/dev/package/fuses.ts';
import { findPaths, linkFolder } from '../../electron/dev/package/twice.ts';
import { runCommand } from '../../electron/dev/run-command.ts';
import { cli } from '../engine/support.ts';
import { PICTURES, tempFolder } from './app.ts';
import { asarFiles } from './asar-files.ts';
import { makePackage, type Packaged, Start, type StartOptions } from './packaged.ts';
import { pngOf } from './png.ts';
import { internetSockets, processesOf, readOf } from './processes.ts';
import { unprivilegedUser } from './unprivileged.ts';
import { Display } from './x11.ts';

const PASSPHRASE = 'right horse battery';
const [CONTROL, DOWN, A] = [0xffe3, 0xff54, 0x61];

// Playwright cannot drive a package: the fuse that lets a debugger in is off. So it is seen and typed at from outside.
describe.skipIf(process.platform !== 'linux')('the package', () => {
  let packaged: Packaged;
  let display: Display;
  beforeAll(async () => {
    packaged = await makePackage();
    display = await Display.at(process.env.DISPLAY ?? '');
  });
  afterAll(() => display?.close());
  const options = (more: Partial<StartOptions>) => ({
    display,
    userData: join(tempFolder(), 'user-data'),
    ...more,
  });
  const open = (more: Partial<StartOptions> = {}) => Start.opened(packaged.executable, options(more));
  const shoot = async (window: number, name: string): Promise<void> => {
    let picture = await display.picture(window);
    // Not in the middle of a change; a cursor may blink on.
    for (let tries = 0, isStill = false; !isStill && tries < 10; tries++) {
      await sleep(300);
      const next = await display.picture(window);
      isStill = next.pixels.equals(picture.pixels);
      picture = next;
    }
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(join(PICTURES, `${name}.png`), pngOf(picture));
  };

  test('has the fuses thrown, holds what the app needs and no more, and says what that is', async () => {
    const { folder, executable, told } = packaged;
    expect(await readFuses(executable)).toEqual(FUSES);
    expect(told).toContain('Not made: AppImage, deb, tar.gz: ');
    expect(told).toContain('Not made: packages for Windows and macOS');

    const { status, stderr } = await runCommand('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], {
      cwd: folder,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(listed).toHaveLength((await filesBelow(folder)).length - 1);

    const inside = asarFiles(join(folder, 'resources', 'app.asar'));
    expect(inside).toEqual(
      expect.arrayContaining(['dist/main/main.cjs', 'dist/renderer/index.html', 'package.json']),
    );
    const odd = inside.filter(
      (file) => !/^(package\.json$|dist\/|node_modules\/)/.test(file) || /\.(map|tsx?|md)$/.test(file),
    );
    expect(odd).toEqual([]);
    expect(
      [
        ...new Set(inside.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])),
      ].sort(),
    ).toEqual([
      '@noble/ciphers',
      '@noble/hashes',
      'better-sqlite3',
      'canonicalize',
      'fzstd',
      'hyparquet',
      'hyparquet-compressors',
      'hysnappy',
      'uuid',
      'zod',
    ]);
    expect(inside.filter((file) => file.endsWith('.node'))).toEqual([
      `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
    ]);
    await findPaths(join(folder, 'resources'), [checkout]);

    const bill: Bill = JSON.parse(readFileSync(join(folder, 'resources', 'sbom.cdx.json'), 'utf8'));
    expect(billProblems(bill)).toEqual([]);
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['electron', 'chromium', 'sqlite', 'react', 'zod', 'd3-force']),
    );
    const licences = readFileSync(join(folder, 'resources', 'LICENSES.txt'), 'utf8');
    const npm = bill.components.filter(
      ({ purl, name }) => purl?.startsWith('pkg:npm/') && name !== 'electron',
    );
    for (const { name, version } of npm) expect(licences).toContain(`\n${name} ${version} (`);
    expect(existsSync(join(folder, 'LICENSES.chromium.html'))).toBe(true);
  });

  test('opens a case for whoever types its passphrase, and keeps what is done in it', async () => {
    const folder = tempFolder();
    const path = join(folder, 'orchard.swcase');
    const log = join(folder, 'log.csv');
    const rows = [
      'timestamp,account_id,model',
      '2026-05-04T00:00:00Z,ac_1,m',
      '2026-05-04T01:00:00Z,ac_2,m',
      '',
    ];
    writeFileSync(log, rows.join('\n'));
    const access = ['--passphrase-env', 'PASS'];
    const env = { PASS: PASSPHRASE };
    expect(await cli(['create', path, '--name', 'Orchard', ...access], env)).toMatchObject({ status: 0 });
    expect(await cli(['import', path, log, ...access], env)).toMatchObject({ status: 0 });

    const userData = join(folder, 'user-data');
    const app = await open({ userData, args: [path] });
    await app.until(
      () => existsSync(`${path}.attempts`),
      () => display.type('wrong\n'),
    );
    await app.until(
      () => existsSync(join(userData, 'recent.json')),
      async () => {
        await display.press(A, CONTROL);
        await display.type(`${PASSPHRASE}\n`);
      },
    );
    const changedMs = () => statSync(`${path}-wal`).mtimeMs;
    let lastMs = Number.POSITIVE_INFINITY;
    await app.until(
      () => changedMs() > lastMs,
      async () => {
        // To the search of accounts, whatever an earlier try left in it, and from there to the first row.
        await display.type('/');
        await display.press(A, CONTROL);
        await display.type('ac_');
        // Its rows are there, and what the opening of the case writes is written, once nothing is for a while.
        do lastMs = changedMs();
        while ((await sleep(1000, true)) && changedMs() > lastMs);
        await display.type('\n');
        await display.press(DOWN);
        await display.type('s');
      },
    );
    await shoot(app.window, 'package-case');
    expect(await app.quit()).toBe(0);

    expect(JSON.parse(readFileSync(join(userData, 'recent.json'), 'utf8'))).toMatchObject([{ path }]);
    const { stdout } = await cli(['sql', path, 'SELECT entry FROM custody_log', '--json', ...access], env);
    const acts = JSON.parse(stdout).rows.map(([entry]: [string]) => JSON.parse(entry).action);
    expect(acts.slice(3)).toEqual(expect.arrayContaining(['case.openFailed', 'case.open', 'annotation.add']));
    expect(stdout).toContain('add a star to account ac_');
  });

  test('is not turned into a Node or a debugger’s target by variables and switches', async () => {
    const folder = tempFolder();
    const evil = join(folder, 'evil');
    const script = join(folder, 'evil.cjs');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(evil)}, '');`);
    const extension = join(folder, 'extension');
    mkdirSync(extension);
    writeFileSync(join(extension, 'manifest.json'), '{"name":"x","version":"1","manifest_version":3}');
    const app = await open({
      env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}`, ELECTRON_NO_ASAR: '1' },
      args: [
        script,
        '--require',
        script,
        '--inspect=127.0.0.1:0',
        '--inspect-brk=127.0.0.1:0',
        `--load-extension=${extension}`,
      ],
    });
    const family = processesOf(app.pid);
    expect(family.length).toBeGreaterThan(3);
    expect(family.flatMap(internetSockets)).toEqual([]);
    await shoot(app.window, 'package-start');
    expect(existsSync(evil)).toBe(false);

    // By this signal Node opens its debugger, on a port.
    process.kill(app.pid, 'SIGUSR1');
    await sleep(500);
    expect(processesOf(app.pid).flatMap(internetSockets)).toEqual([]);
    expect(app.output).not.toContain('Debugger listening');
  });

  test.each([
    ['--remote-debugging-port=0'],
    ['--remote-debugging-pipe'],
    ['--no-zygote', '--gpu-launcher=LAUNCHER'],
    ['--renderer-cmd-prefix=LAUNCHER'],
    ['--utility-cmd-prefix=LAUNCHER'],
    ['--browser-subprocess-path=LAUNCHER'],
    ['--js-flags=--allow-natives-syntax'],
  ])('does not start with %s %s', async (...switches) => {
    const folder = tempFolder();
    const evil = join(folder, 'evil');
    const launcher = join(folder, 'launcher');
    writeFileSync(launcher, `#!/bin/sh\ntouch ${evil}\nexec "$@"\n`, { mode: 0o755 });
    const app = Start.of(
      packaged.executable,
      options({ args: switches.map((one) => one.replace('LAUNCHER', launcher)) }),
    );
    // Some of them already make Chromium itself end by a signal.
    expect(await app.ended()).not.toBe(0);
    expect(existsSync(evil)).toBe(false);
    expect(app.output).not.toContain('DevTools listening');
  });

  test('runs nothing that lies beside app.asar; that app.asar itself was changed, only the checksums tell', async () => {
    const copy = join(tempFolder(), 'copy');
    await linkFolder(packaged.folder, copy);
    const executable = packaged.executable.replace(packaged.folder, copy);
    const resources = join(copy, 'resources');
    const evil = join(copy, 'evil');
    mkdirSync(join(resources, 'app'));
    writeFileSync(join(resources, 'app', 'package.json'), '{"name":"stillwatch","main":"main.js"}');
    writeFileSync(
      join(resources, 'app', 'main.js'),
      `require('node:fs').writeFileSync(${JSON.stringify(evil)}, '');`,
    );
    const archive = join(resources, 'app.asar');
    const bytes = readFileSync(archive);
    const title = bytes.lastIndexOf('<title>Stillwatch</title>');
    expect(title).toBeGreaterThan(0);
    bytes[title + '<title>Stillw'.length] = 'o'.charCodeAt(0);
    // Anew, not in place: the copy is made of links to the package's own files.
    rmSync(archive);
    writeFileSync(archive, bytes);

    // Electron for Linux checks nothing of app.asar, whatever the fuse says: the changed one runs.
    const app = await Start.opened(executable, options({}), 'Stillwotch');
    expect(await app.quit()).toBe(0);
    const { stdout, status } = await runCommand('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: copy });
    expect({ stdout, status }).toEqual({ stdout: 'resources/app.asar: FAILED\n', status: 1 });

    rmSync(archive);
    const without = Start.of(executable, options({}));
    expect(await without.ended()).not.toBe(0);
    expect(existsSync(evil)).toBe(false);
  });

  test('keeps Chromium’s sandbox for everybody but root', async ({ skip }) => {
    for (const folder of [packaged.folder, join(packaged.folder, '../..'), join(packaged.folder, '../../..')])
      chmodSync(folder, 0o755);
    const user = await unprivilegedUser(packaged.executable);
    if (typeof user === 'string') return skip(`The sandbox could not be tried: ${user}.`);
    const app = await open({ starter: user.starter, userData: user.userDataDir, env: user.env });
    const pages = processesOf(app.pid).filter((pid) => readOf(pid, 'cmdline').includes('--type=renderer'));
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(readOf(page, 'status')).toMatch(/^Seccomp:\s*2$/m);
    expect(await app.quit()).toBe(0);
  });
});
