import type { Matrix, MatrixEvidence, MatrixHypothesis } from '../../../shared/contract/hypotheses.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** Own order, or the ids of the rows as they stood by diagnosticity when that was asked: no row jumps while one rates. */
export type RowOrder = readonly string[] | null;

export function byDiagnosticity(evidence: readonly MatrixEvidence[]): string[] {
  return [...evidence]
    .sort((one, other) => (other.diagnosticity ?? -1) - (one.diagnosticity ?? -1))
    .map(({ id }) => id);
}

/** Rows in an order; those that came since stand last. */
export function inOrder(evidence: readonly MatrixEvidence[], order: RowOrder): readonly MatrixEvidence[] {
  if (order === null) return evidence;
  const places = new Map(order.map((id, at) => [id, at]));
  const placeOf = ({ id }: MatrixEvidence) => places.get(id) ?? order.length;
  return [...evidence].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Whether the rows would stand otherwise if they were sorted now. */
export function isOutOfOrder(evidence: readonly MatrixEvidence[], order: RowOrder): boolean {
  if (order === null) return false;
  return (
    byDiagnosticity(evidence).join() !==
    inOrder(evidence, order)
      .map(({ id }) => id)
      .join()
  );
}

/** Place of each hypothesis by least inconsistent, from 1; equal ones have equal places. */
export function ranks(hypotheses: readonly Pick<MatrixHypothesis, 'score'>[]): number[] {
  return hypotheses.map(({ score }) => 1 + hypotheses.filter((other) => other.score < score).length);
}

/** `0`, `2`, `3.41`. */
export function formatScore(score: number): string {
  return String(Math.round(score * 100) / 100);
}

/** `28 of 40 cells are not confirmed.`, and where none is left, that. */
export function unconfirmedWords({ cells, unconfirmed }: Pick<Matrix, 'cells' | 'unconfirmed'>): string {
  if (unconfirmed === 0) return `All ${formatUnits(cells, 'cell')} are confirmed.`;
  return `${formatCount(unconfirmed)} of ${formatUnits(cells, 'cell')} ${unconfirmed === 1 ? 'is' : 'are'} not confirmed.`;
}

/** Why the scores cannot be compared fairly; null where they can, as far as they go. */
export function unfairWords({
  rowsInPart,
  evidence,
}: Pick<Matrix, 'rowsInPart' | 'evidence'>): string | null {
  if (rowsInPart === 0) return null;
  const rows = `${formatCount(rowsInPart)} of ${formatUnits(evidence.length, 'row')}`;
  return `The scores are not fairly comparable yet: ${rows} ${rowsInPart === 1 ? 'is' : 'are'} confirmed for some hypotheses and open for others.`;
}

/** What stands before the names of the least inconsistent, and all there is to say where there are none. */
export function leaderWords({
  hypotheses,
  leaders,
  cells,
  unconfirmed,
}: Pick<Matrix, 'hypotheses' | 'leaders' | 'cells' | 'unconfirmed'>): string {
  if (cells === unconfirmed) return 'No cell is confirmed, so nothing is weighed yet.';
  if (leaders.length > 0)
    return leaders.length === 1 ? 'Least inconsistent:' : 'Least inconsistent, equally:';
  return hypotheses.length < 2
    ? 'One hypothesis alone has nothing to be compared with.'
    : 'What is confirmed speaks against all of them alike, so none is least inconsistent.';
}

/** Names of hypotheses by their ids, in the order of the ids. */
export function titlesOf({ hypotheses }: Pick<Matrix, 'hypotheses'>, ids: readonly string[]): string[] {
  return ids.map((id) => hypotheses.find((hypothesis) => hypothesis.id === id)?.title ?? '');
}

/** Rows without which other hypotheses would be least inconsistent. */
export function carrying({ evidence }: Pick<Matrix, 'evidence'>): readonly MatrixEvidence[] {
  return evidence.filter(({ without }) => without.changes);
}

/** How the words of a row stand to what the analysis says today; 'own' where a person wrote the row. */
export function basisState({
  basis,
  title,
  now,
}: Pick<MatrixEvidence, 'basis' | 'title' | 'now'>): 'own' | 'same' | 'differs' | 'gone' {
  if (basis === null) return 'own';
  if (now === null) return 'gone';
  return now === title ? 'same' : 'differs';
}

/** Why a row's diagnosticity is what it is. */
export function diagnosticityWords(diagnosticity: number | null): string {
  if (diagnosticity === null) return 'not known before more of its cells are confirmed';
  if (diagnosticity === 0) return '0: fits all hypotheses alike, so it tells none from another';
  return `${diagnosticity}: its confirmed cells lie ${Math.round(diagnosticity * 100)} % of the scale apart`;
}

/** Most that a dialog chooses by itself: few hypotheses are rated with care, many are not. */
const MOST_CHOSEN = 4;

/** Alternatives proposed for a matrix: those against which nothing in the data speaks, a few at most. */
export function preselected(
  alternatives: readonly { readonly id: string; readonly holding: number; readonly testable: number }[],
): string[] {
  const open = alternatives.filter(({ holding, testable }) => testable > 0 && holding === testable);
  return (open.length > 0 ? open : alternatives).slice(0, MOST_CHOSEN).map(({ id }) => id);
}
