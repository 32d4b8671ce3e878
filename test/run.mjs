/**
 * `npm test`: works on any Node >= 20. Installs what is missing, then runs every check in the order of how soon it
 * tells something, stops at the first that fails, and closes with one line of counts. See README.md.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { checkout, setupOrExit } from '../electron/dev/setup.mjs';
import { offlinePrefix } from './offline.mjs';

const node24 = setupOrExit();
const modules = join(checkout, 'node_modules');
// Kept until the next run: test/checklist.mjs makes the table of the README of it.
const reports = join(modules, '.cache', 'stillwatch', 'test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const stages = [
  { name: 'types', args: [join(modules, 'typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'lint and format', args: [join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] },
  vitest('unit and engine tests', 'unit'),
  { name: 'build', args: [join(checkout, 'electron', 'dev', 'build.ts')] },
  {
    name: 'Electron and system libraries',
    args: [join(checkout, 'electron', 'dev', 'prepare.ts'), '--tests'],
  },
  // Where the system permits it without a network, so that each of these tests also shows that none is needed.
  { ...vitest('end-to-end tests', 'e2e'), offline: true },
  { name: 'security checklist of the README', args: [join(checkout, 'test', 'checklist', 'main.ts')] },
];

function vitest(name, project) {
  const reporters = ['--reporter=default', `--reporter=${join(checkout, 'test', 'summary-reporter.ts')}`];
  return {
    name,
    args: [join(modules, 'vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters],
    report: join(reports, `${project}.json`),
  };
}

/** What a stage that is to run without a network is started through, and the variables that tell its tests. */
function withoutNetwork() {
  const { words, why } = offlinePrefix();
  console.log(
    words.length > 0
      ? 'They run without a network: in a network namespace of their own, with nothing but loopback.'
      : `They run with the network at hand: ${why}.`,
  );
  return { words, env: { STILLWATCH_OFFLINE: words.length > 0 ? 'yes' : why } };
}

/** Runs one stage with its output visible; returns its exit status, 1 when a signal ended it. */
function runStage(stage) {
  const { words, env } = stage.offline ? withoutNetwork() : { words: [], env: {} };
  const [program, ...args] = [...words, node24, ...stage.args];
  const child = spawn(program, args, {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      // Else each of hundreds of threads and processes strips the types of the same files anew, for most of its time.
      NODE_COMPILE_CACHE: join(modules, '.cache', 'node-compile'),
      ...(stage.report === undefined ? {} : { STILLWATCH_TEST_SUMMARY: stage.report }),
      ...env,
    },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}

/** What the stage's tests reported; nothing for a stage without tests, or one that broke before its report. */
function readSummary(stage) {
  try {
    return JSON.parse(readFileSync(stage.report, 'utf8'));
  } catch {
    return { results: [], cutShort: [] };
  }
}

const of = (results, state) => results.filter((result) => result.state === state);

const totals = { passed: 0, failed: 0, skipped: [] };
const notRun = [];
let failedStage = null;

for (const stage of stages) {
  if (failedStage !== null) {
    notRun.push(stage.name);
    continue;
  }
  console.log(`\n== ${stage.name}`);
  const startedMs = performance.now();
  let status = await runStage(stage);
  let { results, cutShort } = readSummary(stage);
  if (of(results, 'failed').length === 0 && cutShort.length > 0) {
    // Seen about once in twenty runs and not explained: a process that runs tests ends without a word.
    console.log(
      `\n== A process that ran tests ended without a word. Once more, what it left unfinished: ${cutShort.join(', ')}`,
    );
    const again = stage.report.replace(/\.json$/, '-again.json');
    const rest = { ...stage, args: [...stage.args, ...cutShort], report: again };
    status = await runStage(rest);
    results = [...results, ...readSummary(rest).results];
  }
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(
    `== ${stage.name}: ${status === 0 ? 'passed' : `failed with status ${status}`} in ${seconds} s`,
  );
  const failed = of(results, 'failed').length;
  totals.passed += of(results, 'passed').length;
  // A stage may fail without a failing test, by a type error for one: it counts as one failure.
  totals.failed += status === 0 ? failed : Math.max(1, failed);
  totals.skipped.push(...of(results, 'skipped'));
  if (status !== 0) failedStage = stage.name;
}

if (totals.skipped.length > 0) {
  console.log('\nSkipped tests:');
  for (const { name, reason } of totals.skipped) console.log(`  ${name}: ${reason ?? 'no reason given'}`);
}
if (notRun.length > 0) console.log(`\nNot run, because "${failedStage}" failed: ${notRun.join(', ')}.`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped.length} skipped`);
process.exitCode = failedStage === null ? 0 : 1;
