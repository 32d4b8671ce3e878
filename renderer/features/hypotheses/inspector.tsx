import type { Matrix } from '../../../shared/contract/hypotheses.ts';
import { CellInspector } from './cell-inspector.tsx';
import type { OnEdit } from './editing.ts';
import { EvidenceInspector } from './evidence-inspector.tsx';
import { HypothesisInspector } from './hypothesis-inspector.tsx';
import type { Place } from './walk.ts';

interface Props {
  readonly finding: string;
  readonly matrix: Matrix;
  readonly at: Place;
  readonly isOwnOrder: boolean;
  readonly onEdit: OnEdit;
}

/** What the cursor of the grid is on, in full words, and what can be done with it. */
export function Inspector({ finding, matrix, at, isOwnOrder, onEdit }: Props) {
  const evidence = matrix.evidence.find(({ id }) => id === at.row);
  const hypothesis = matrix.hypotheses.find(({ id }) => id === at.column);
  const cell = evidence?.cells.find((one) => one.hypothesis === at.column);
  return (
    <section className="ach-inspector" aria-label="What is picked">
      {evidence && hypothesis && cell ? (
        <CellInspector evidence={evidence} hypothesis={hypothesis} cell={cell} canRate={onEdit !== null} />
      ) : evidence ? (
        <EvidenceInspector
          finding={finding}
          evidence={evidence}
          all={isOwnOrder ? matrix.evidence.map(({ id }) => id) : null}
          onEdit={onEdit}
        />
      ) : hypothesis ? (
        <HypothesisInspector
          finding={finding}
          hypothesis={hypothesis}
          all={matrix.hypotheses.map(({ id }) => id)}
          onEdit={onEdit}
        />
      ) : null}
    </section>
  );
}
