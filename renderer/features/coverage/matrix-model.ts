import type { CoverageMatrix } from '../../../shared/contract/coverage.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import type { TableRows } from '../timeline/table-rows.ts';
import { formatMean } from './coverage-words.ts';

/** A cell of the matrix beside what its cohort gives. */
export interface MatrixCell {
  readonly requests: number;
  /** The account's requests times the cohort's share of the topic; NaN where the cohort has no requests. */
  readonly expected: number;
  /** log2((requests + 1/2) / (expected + 1/2)); 0 where nothing can be expected. */
  readonly logRatio: number;
}

/** Half a request on both sides keeps cells of next to nothing pale and those of nothing finite. */
const HALF = 0.5;
/** Steps of the scale on either side of as expected: twice, four times, eight times and beyond. */
export const STEPS = 3;

export function cellOf(matrix: CoverageMatrix, row: number, column: number): MatrixCell {
  const { topics, cohorts, counts, cohortCounts } = matrix;
  const { requests: own, cohort } = matrix.rows[row];
  const requests = counts[row * topics.length + column];
  const expected = (own * cohortCounts[cohort * topics.length + column]) / cohorts[cohort].requests;
  const logRatio = Number.isFinite(expected) ? Math.log2((requests + HALF) / (expected + HALF)) : 0;
  return { requests, expected, logRatio };
}

/** Step of the scale, -3 (an eighth or less) to 3 (eight times or more). */
export function stepOf(logRatio: number): number {
  // + 0 makes no negative zero of it.
  return Math.max(-STEPS, Math.min(STEPS, Math.round(logRatio))) + 0;
}

/** `24 of its 547 requests, 3.1 expected: 7.0 times as many`. */
export function cellWords(matrix: CoverageMatrix, row: number, column: number): string[] {
  const { account, requests: own, cohort } = matrix.rows[row];
  const { requests, expected } = cellOf(matrix, row, column);
  const { name, accounts, requests: ofCohort, withShown } = matrix.cohorts[cohort];
  const there = matrix.cohortCounts[cohort * matrix.topics.length + column];
  const lines = [
    `${shownText(account, { max: 60 })} on ${shownText(matrix.topics[column].topic, { max: 60 })}`,
    `${formatCount(requests)} of its ${formatUnits(own, 'request')} with a topic (${formatShare(requests, own)})`,
  ];
  if (Number.isNaN(expected)) return [...lines, 'no cohort to compare it with'];
  return [
    ...lines,
    `${formatMean(expected)} expected: ${ratioWords(requests, expected)}`,
    `its cohort asks it in ${formatCount(there)} of ${formatUnits(ofCohort, 'request')} (${formatShare(there, ofCohort)}); ${shownText(name, { max: 80 })}, ${formatUnits(accounts, 'account')}${withShown ? ', the shown among them' : ' without the shown'}`,
  ];
}

function ratioWords(requests: number, expected: number): string {
  if (expected === 0) return requests === 0 ? 'none as well' : 'nobody of its cohort asks';
  if (requests === 0) return 'none seen';
  return `${formatMean(requests / expected)} times as many`;
}

/** Cells with a request, or where at least one was expected, row by row. */
export function matrixRows(
  matrix: CoverageMatrix,
): TableRows & { readonly cell: (index: number) => [number, number] } {
  const columns = matrix.topics.length;
  const cells: number[] = [];
  for (let at = 0; at < matrix.counts.length; at++) {
    const { requests, expected } = cellOf(matrix, Math.floor(at / columns), at % columns);
    if (requests > 0 || expected >= 1) cells.push(at);
  }
  const place = (index: number): [number, number] => [
    Math.floor(cells[index] / columns),
    cells[index] % columns,
  ];
  return {
    caption: 'Cells with a request or at least one expected; Enter lists the requests',
    columns: [
      { title: 'Account', numeric: false },
      { title: 'Topic', numeric: false },
      { title: 'Requests', numeric: true },
      { title: 'Of its requests', numeric: true },
      { title: 'Expected', numeric: true },
      { title: 'Ratio', numeric: true },
      { title: 'Share in cohort', numeric: true },
      { title: 'Operator', numeric: false },
    ],
    length: cells.length,
    cells: (index) => {
      const [row, column] = place(index);
      const { account, requests: own, operator, cohort } = matrix.rows[row];
      const { requests, expected } = cellOf(matrix, row, column);
      return [
        account,
        matrix.topics[column].topic,
        formatCount(requests),
        formatShare(requests, own),
        Number.isNaN(expected) ? '–' : formatMean(expected),
        expected > 0 ? formatMean(requests / expected) : '–',
        formatShare(matrix.cohortCounts[cohort * columns + column], matrix.cohorts[cohort].requests),
        operator ?? '',
      ];
    },
    request: (index) => index,
    cell: place,
  };
}
