import type { Matrix, MatrixCell } from '../../../shared/contract/hypotheses.ts';
import type { Database } from '../case/database.ts';
import { evidenceWords } from './offered-evidence.ts';
import { type OperatorSays, readOperatorSays } from './operator-says.ts';
import { propose } from './propose.ts';
import { cellId, mustRead, orderedOf, ratingsOf } from './read.ts';
import { weigh } from './weigh.ts';

/** The matrix of a finding, weighed, with what the analysis proposes now. @throws StillwatchError NOT_FOUND */
export function readMatrix(db: Database, finding: string): Matrix {
  mustRead(db, 'finding', finding);
  const columns = orderedOf(db, 'hypothesis', finding);
  const ratings = ratingsOf(db, finding);
  const saysOf = operatorReader(db);
  const rows = orderedOf(db, 'evidence', finding).map(([id, body]) => {
    const says = body.basis && saysOf(body.basis.operator);
    const cells = columns.map(([hypothesis, { alternative }]): MatrixCell => {
      const rating = ratings.get(cellId(id, hypothesis));
      return {
        hypothesis,
        consistency: rating?.consistency ?? null,
        confirmedBy: rating?.author ?? null,
        confirmedUs: rating?.changedUs ?? null,
        ...propose(says, body.basis, alternative),
      };
    });
    return { id, body, cells, now: says && body.basis ? evidenceWords(says, body.basis) : null };
  });
  const weighed = weigh(
    rows.map(({ body, cells }) => ({
      credibility: body.credibility,
      cells: cells.map(({ consistency }) => consistency),
    })),
    columns.length,
  );
  const idsOf = (places: readonly number[]) => places.map((place) => columns[place][0]);
  const leaders = idsOf(weighed.leaders);
  const evidence = rows.map(({ id, body: { finding: _, order: __, ...body }, cells, now }, at) => {
    const without = idsOf(weighed.without[at]);
    return {
      id,
      ...body,
      cells,
      diagnosticity: weighed.diagnosticity[at],
      unconfirmed: open(cells),
      without: { leaders: without, changes: without.join() !== leaders.join() },
      now,
    };
  });
  return {
    hypotheses: columns.map(([id, { finding: _, order: __, ...body }], at) => ({
      id,
      ...body,
      score: weighed.scores[at],
      unconfirmed: open(rows.map(({ cells }) => cells[at])),
    })),
    evidence,
    cells: columns.length * rows.length,
    unconfirmed: evidence.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0),
    rowsInPart: weighed.rowsInPart,
    order: idsOf(weighed.order),
    leaders,
  };
}

function open(cells: readonly MatrixCell[]): number {
  return cells.filter(({ consistency }) => consistency === null).length;
}

function operatorReader(db: Database): (operator: string) => OperatorSays | null {
  const known = new Map<string, OperatorSays | null>();
  return (operator) => {
    const says = known.has(operator) ? known.get(operator) : readOperatorSays(db, operator);
    known.set(operator, says ?? null);
    return says ?? null;
  };
}
