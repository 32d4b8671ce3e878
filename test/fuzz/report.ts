import { table } from '../../electron/cli/table.ts';
import type { FuzzReport } from './fuzz.ts';

const count = (value: number) => value.toLocaleString('en');

/** What became of a run, as people read it. */
export function reportText({
  cases,
  crashes,
  hangs,
  findings,
  targets,
  seconds,
  peakMb,
}: FuzzReport): string {
  const rows = targets.map((one) => [
    one.target,
    count(one.cases),
    one.seconds.toFixed(1),
    one.cpuSeconds.toFixed(1),
    count(findings.filter(({ target }) => target === one.target).length),
    Object.entries(one.outcomes)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 5)
      .map(([outcome, times]) => `${outcome} ${count(times)}`)
      .join('; '),
  ]);
  return [
    `Fuzzing figures: cases tried ${count(cases)}, crashes ${crashes}, hangs ${hangs}, other findings ${findings.length - crashes - hangs}; ${seconds.toFixed(0)} s, at most ${count(peakMb)} MB`,
    '',
    table(['target', 'cases', 'seconds', 'CPU s', 'findings', 'outcomes'], rows),
    ...findings.map(
      ({ target, number, seed, finding }) => `${target}, seed ${seed}, case ${number}: ${finding}`,
    ),
  ].join('\n');
}
