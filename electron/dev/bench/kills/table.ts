import { table } from '../../../cli/table.ts';
import type { Round } from './round.ts';

/** What the kills of an operation, or all, came to. */
export interface Tally {
  readonly kills: number;
  readonly inside: number;
  readonly answered: number;
  readonly lost: number;
  readonly notOpened: number;
  readonly brokenCustody: number;
  readonly halfPublished: number;
  readonly leftOver: number;
  /** Kills after which something was found that must not be, of whatever kind. */
  readonly faulty: number;
}

export function tally(rounds: readonly Round[]): Tally {
  const withFault = (kind: RegExp) =>
    rounds.filter(({ faults }) => faults.some((one) => kind.test(one))).length;
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
  return {
    kills: rounds.length,
    inside: rounds.filter(({ inside }) => inside).length,
    answered: sum(({ acts }) => acts.answered),
    lost: sum(({ acts }) => acts.lost) + withFault(/lost: what is written/),
    notOpened: withFault(/not opened/),
    brokenCustody: withFault(/^custody/),
    halfPublished: withFault(/half published|lost: the/),
    leftOver: withFault(/left over/),
    faulty: rounds.filter(({ faults }) => faults.length > 0).length,
  };
}

const HEADERS = [
  'Operation',
  'kills',
  'inside',
  'after its end',
  'takes, ms',
  'acts answered',
  'lost',
  'not opened',
  'custody broken',
  'half published',
  'left over',
];

/** One row an operation, then where in them the kills fell, and what lay there before the case was opened again. */
export function reportOf(rounds: readonly Round[], seed: number): string {
  const names = [...new Set(rounds.map(({ operation }) => operation))];
  const rowOf = (name: string, of: readonly Round[]) => {
    const { kills, inside, answered, lost, notOpened, brokenCustody, halfPublished, leftOver } = tally(of);
    const takes = of.map(({ takesMs }) => Math.round(takesMs)).sort((a, b) => a - b);
    const range = `${takes[0]} to ${takes.at(-1)}`;
    const counts = [answered, lost, notOpened, brokenCustody, halfPublished, leftOver];
    return [name, kills, inside, kills - inside, range, ...counts].map(String);
  };
  const rows = names.map((name) =>
    rowOf(
      name,
      rounds.filter(({ operation }) => operation === name),
    ),
  );
  const faulty = rounds.flatMap(({ operation, scene, faults }) =>
    faults.map((fault) => `FAULT: ${operation}, ${scene}: ${fault}`),
  );
  return [
    `${rounds.length} kills (SIGKILL) at random moments, seed ${seed}`,
    '',
    table(HEADERS, [...rows, rowOf('all', rounds)]),
    '',
    `In which stage: ${countsOf(rounds.filter(({ inside }) => inside).map(({ operation, stage }) => `${operation}: ${stage || 'before the first report'}`))}`,
    `In which tenth of the time it takes: ${tenths(rounds)}`,
    `Beside the case before it was opened again: ${countsOf(rounds.flatMap(({ leftBefore }) => [...new Set(leftBefore)]))}`,
    ...faulty,
  ].join('\n');
}

function countsOf(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (
    [...counts]
      .sort()
      .map(([word, count]) => `${word} ${count}`)
      .join('; ') || 'nothing'
  );
}

function tenths(rounds: readonly Round[]): string {
  const counts = Array<number>(10).fill(0);
  for (const { inside, killedMs, takesMs } of rounds)
    if (inside) counts[Math.min(9, Math.floor((10 * killedMs) / takesMs))]++;
  return counts.join(' ');
}
