import { expect, test } from 'vitest';
import { CORPUS } from './corpus.ts';
import { type FuzzReport, fuzz } from './fuzz.ts';
import { reportText } from './report.ts';
import { MISDEEDS } from './targets/misbehaving.ts';
import { TARGETS } from './targets.ts';

const CASES = 100_000;
/** Far beyond what it takes on a machine that has other work. */
const PATIENCE_MS = 900_000;

const foundIn = ({ findings }: FuzzReport) =>
  findings.map(({ target, number, finding }) => `${target} ${number} ${finding}`);

test('no hostile input ends the process, holds it up, writes elsewhere or meets an error that nobody foresaw', {
  timeout: PATIENCE_MS,
}, async () => {
  const report = await fuzz({ cases: CASES, seed: 1 });
  console.info(reportText(report));
  expect(foundIn(report)).toEqual([]);
  expect(report).toMatchObject({ crashes: 0, hangs: 0 });
  expect(report.cases).toBeGreaterThanOrEqual(CASES);
  expect(report.targets.map(({ target }) => target)).toEqual(TARGETS.map(({ name }) => name));
  expect(report.corpus).toBe(CORPUS.length);
});

test('whatever must not happen is found, and the cases behind it are run all the same', {
  timeout: PATIENCE_MS,
}, async () => {
  const report = await fuzz({ cases: MISDEEDS.length, seed: 1, target: 'misbehaving', deadlineMs: 8000 });
  expect(foundIn(report).map((line) => line.replace(/(process|caught).*/s, '$1'))).toEqual([
    expect.stringMatching(/^misbehaving 1 threw TypeError: x is not a function/),
    'misbehaving 2 told no sentence: BAD_ARGS oops',
    'misbehaving 3 counts otherwise',
    'misbehaving 4 left stranger behind',
    'misbehaving 5 changed a prototype of the language',
    'misbehaving 6 lost an error that nobody caught',
    'misbehaving 7 never ended',
    'misbehaving 8 ended the process',
    'misbehaving 9 ended the process',
  ]);
  expect(report).toMatchObject({ cases: MISDEEDS.length, crashes: 2, hangs: 1 });
});
