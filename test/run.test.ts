import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkout } from '../electron/dev/checkout.ts';

/** The tools that the stages start, each replaced by one that prints its name and fails when FAIL names it. */
const tools = {
  types: 'node_modules/typescript/bin/tsc',
  lint: 'node_modules/@biomejs/biome/bin/biome',
  build: 'electron/dev/build.ts',
  prepare: 'electron/dev/prepare.ts',
  checklist: 'test/checklist/main.ts',
};
const vitest = `
  import { writeFileSync } from 'node:fs';
  import { networkInterfaces } from 'node:os';
  const project = process.argv[process.argv.indexOf('--project') + 1];
  console.log('ran ' + project);
  if (project === 'e2e') {
    const names = Object.keys(networkInterfaces()).join();
    console.log('offline ' + (process.env.STILLWATCH_OFFLINE === 'yes' ? names : process.env.STILLWATCH_OFFLINE));
  }
  const failed = process.env.FAIL === project;
  const some = (count, state) => Array(count).fill({ name: project + ' > a', state, reason: 'why' });
  const again = process.argv.includes('cut.test.ts');
  const dies = project === 'unit' && (process.env.FAIL === 'dying' || (process.env.FAIL === 'dies' && !again));
  if (again) console.log('ran again');
  if (process.env.FAIL !== 'broken') {
    const cutShort = dies ? ['cut.test.ts'] : [];
    const passed = some(again ? 3 : 5, 'passed');
    const results = [...passed, ...some(failed ? 2 : 0, 'failed'), ...some(again ? 0 : 1, 'skipped')];
    writeFileSync(process.env.STILLWATCH_TEST_SUMMARY, JSON.stringify({ results, cutShort }));
  }
  process.exitCode = failed || dies || process.env.FAIL === 'broken' ? 1 : 0;
`;

let root: string;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function run(fail: string): { status: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'test/run.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, FAIL: fail },
  });
  return { status, lines: stdout.split('\n') };
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stillwatch-run-'));
  write('package.json', '{"type": "module"}');
  mkdirSync(join(root, 'test'));
  for (const file of ['test/run.mjs', 'test/offline.mjs']) cpSync(join(checkout, file), join(root, file));
  write(
    'electron/dev/setup.mjs',
    `export const checkout = ${JSON.stringify(root)}; export const setupOrExit = () => process.execPath;`,
  );
  write('node_modules/vitest/vitest.mjs', vitest);
  for (const [name, path] of Object.entries(tools)) {
    write(path, `console.log('ran ${name}'); process.exitCode = process.env.FAIL === '${name}' ? 3 : 0;`);
  }
});

afterEach(() => rmSync(root, { recursive: true }));

const order = ['types', 'lint', 'unit', 'build', 'prepare', 'e2e', 'checklist'];
const ran = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.startsWith('ran ')).map((line) => line.slice(4));

it('runs every stage in order and adds their tests up', () => {
  const { status, lines } = run('');
  expect(status).toBe(0);
  expect(ran(lines)).toEqual(order);
  expect(lines).toContain('10 passed, 0 failed, 2 skipped');
  expect(lines).toContain('  unit > a: why');
});

it.each([
  ['types', '0 passed, 1 failed, 0 skipped'],
  ['unit', '5 passed, 2 failed, 1 skipped'],
  ['build', '5 passed, 1 failed, 1 skipped'],
  ['e2e', '10 passed, 2 failed, 2 skipped'],
  ['checklist', '10 passed, 1 failed, 2 skipped'],
])('stops with a failure after %s', (stage, counts) => {
  const { status, lines } = run(stage);
  expect(status).toBe(1);
  expect(ran(lines)).toEqual(order.slice(0, order.indexOf(stage) + 1));
  expect(lines).toContain(counts);
});

it('runs the end-to-end tests where there is only loopback, or says why not', () => {
  const { lines } = run('');
  const told = lines.find((line) => line.startsWith('They run with'));
  const found = lines.find((line) => line.startsWith('offline '))?.slice('offline '.length);
  if (told?.includes('without a network')) expect(found).toBe('lo');
  else expect(told).toBe(`They run with the network at hand: ${found}.`);
});

it('counts a test stage that broke before its report as a failure', () => {
  const { status, lines } = run('broken');
  expect(status).toBe(1);
  expect(lines).toContain('0 passed, 1 failed, 0 skipped');
});

it('runs once more what was left unfinished by a process that died, and says so', () => {
  const { status, lines } = run('dies');
  expect(status).toBe(0);
  expect(ran(lines)).toEqual([...order.slice(0, 3), 'unit', 'again', ...order.slice(3)]);
  expect(lines).toContain('13 passed, 0 failed, 2 skipped');
  expect(lines.some((line) => line.includes('ended without a word') && line.includes('cut.test.ts'))).toBe(
    true,
  );
});

it('fails when it dies again', () => {
  const { status, lines } = run('dying');
  expect(status).toBe(1);
  expect(ran(lines)).toEqual(['types', 'lint', 'unit', 'unit', 'again']);
});
