import type {
  Consistency,
  Matrix,
  MatrixCell,
  MatrixEvidence,
  MatrixHypothesis,
} from '../../../../shared/contract/hypotheses.ts';

export function hypothesis(id: string, score = 0): MatrixHypothesis {
  const people = { alternative: null, author: 'A', createdUs: 0 };
  return { id, title: `title of ${id}`, text: '', score, unconfirmed: 0, ...people };
}

export function cell(consistency: Consistency | null, proposed: Consistency | null = null): MatrixCell {
  const by =
    consistency === null ? { confirmedBy: null, confirmedUs: null } : { confirmedBy: 'A', confirmedUs: 1 };
  return { hypothesis: 'h1', consistency, proposed, reason: 'why', ...by };
}

export function evidence(id: string, changes: Partial<MatrixEvidence> = {}): MatrixEvidence {
  return {
    ...{
      id,
      title: `row ${id}`,
      exhibit: null,
      basis: null,
      credibility: 'medium',
      author: 'A',
      createdUs: 0,
    },
    ...{ cells: [], diagnosticity: 0, unconfirmed: 0, without: { leaders: [], changes: false }, now: null },
    ...changes,
  };
}

export function matrix(changes: Partial<Matrix> = {}): Matrix {
  return {
    ...{ hypotheses: [hypothesis('h1'), hypothesis('h2', 2)], evidence: [], cells: 4, unconfirmed: 0 },
    ...{ rowsInPart: 0, order: ['h1', 'h2'], leaders: ['h1'] },
    ...changes,
  };
}
