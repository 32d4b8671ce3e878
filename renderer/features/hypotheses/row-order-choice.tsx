import type { MatrixEvidence } from '../../../shared/contract/hypotheses.ts';
import { byDiagnosticity, isOutOfOrder, type RowOrder } from './matrix-model.ts';

interface Props {
  readonly evidence: readonly MatrixEvidence[];
  readonly order: RowOrder;
  readonly onOrder: (order: RowOrder) => void;
}

/** In which order the rows stand; sorted rows stay where they are until they are sorted again. */
export function RowOrderChoice({ evidence, order, onOrder }: Props) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">Order of the evidence</legend>
      <span className="soft">Rows</span>
      <label>
        <input type="radio" name="matrix-rows" checked={order === null} onChange={() => onOrder(null)} />
        in their own order
      </label>
      <label>
        <input
          type="radio"
          name="matrix-rows"
          checked={order !== null}
          onChange={() => onOrder(byDiagnosticity(evidence))}
        />
        most diagnostic first
      </label>
      {isOutOfOrder(evidence, order) && (
        <button type="button" className="quiet" onClick={() => onOrder(byDiagnosticity(evidence))}>
          Sort again
        </button>
      )}
    </fieldset>
  );
}
