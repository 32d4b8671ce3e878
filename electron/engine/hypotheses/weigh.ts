import type { Consistency, Credibility } from '../../../shared/contract/hypotheses.ts';

/** A row of the matrix as people confirmed it: a cell for each hypothesis, null where it is open. */
export interface RatedRow {
  readonly credibility: Credibility;
  readonly cells: readonly (Consistency | null)[];
}

/** Hypotheses are places in the rows' cells; each list has one element for each hypothesis or row. */
export interface Weighed {
  readonly scores: readonly number[];
  readonly order: readonly number[];
  readonly leaders: readonly number[];
  readonly diagnosticity: readonly (number | null)[];
  /** Of each row: the leaders without it. */
  readonly without: readonly (readonly number[])[];
  readonly rowsInPart: number;
}

const STEPS: Readonly<Record<Consistency, number>> = { '--': -2, '-': -1, '0': 0, 'n/a': 0, '+': 1, '++': 2 };
const WHOLE_SCALE = 4;

/**
 * Weighs a matrix as Heuer does (Psychology of Intelligence Analysis, 1999, ch. 8, steps 3 to 6): the hypothesis with
 * the least evidence against it stands first, and what fits is no proof. Heuer gives no figures; 1 for '-', 2 for '--',
 * and the credibility's 1/√2, 1 and √2 are those of the program ACH 1.1 (PARC AI3 team with Heuer, A Tool for Analyzing
 * Competing Hypotheses: Technical Description).
 */
export function weigh(rows: readonly RatedRow[], hypotheses: number): Weighed {
  const places = Array.from({ length: hypotheses }, (_, h) => h);
  const total = tally(rows, hypotheses);
  const scores = total.map(scoreOf);
  return {
    scores,
    order: [...places].sort((one, other) => scores[one] - scores[other] || one - other),
    leaders: leadersOf(scores),
    diagnosticity: rows.map(diagnosticityOf),
    without: rows.map((row) => {
      const own = tally([row], hypotheses);
      return leadersOf(total.map((sum, h) => scoreOf(minus(sum, own[h]))));
    }),
    rowsInPart: rows.filter(({ cells }) => cells.some((cell) => cell !== null) && cells.includes(null))
      .length,
  };
}

/** Inconsistency as whole numbers: of medium credibility, and of the others in units of 1/√2. So sums are exact. */
interface Tally {
  readonly medium: number;
  readonly roots: number;
}

function tally(rows: readonly RatedRow[], hypotheses: number): Tally[] {
  return Array.from({ length: hypotheses }, (_, h) => {
    let [medium, roots] = [0, 0];
    for (const { credibility, cells } of rows) {
      const cell = cells[h];
      const against = cell === null ? 0 : Math.max(0, -STEPS[cell]);
      if (credibility === 'medium') medium += against;
      // √2 is twice 1/√2.
      else roots += credibility === 'high' ? 2 * against : against;
    }
    return { medium, roots };
  });
}

const minus = (one: Tally, other: Tally): Tally => ({
  medium: one.medium - other.medium,
  roots: one.roots - other.roots,
});
const scoreOf = ({ medium, roots }: Tally) => medium + roots * Math.SQRT1_2;

/** Those with the least score; none where all are equal, since then nothing tells them apart. */
function leadersOf(scores: readonly number[]): number[] {
  const least = Math.min(...scores);
  if (scores.every((score) => score === least)) return [];
  return scores.flatMap((score, h) => (score === least ? [h] : []));
}

/** See `MatrixEvidence.diagnosticity`. */
function diagnosticityOf({ cells }: RatedRow): number | null {
  const steps = cells.flatMap((cell) => (cell === null ? [] : [STEPS[cell]]));
  if (steps.length === 0) return null;
  const reach = Math.max(...steps) - Math.min(...steps);
  return reach === 0 && steps.length < cells.length ? null : reach / WHOLE_SCALE;
}
