import type { MatrixHypothesis } from '../../../shared/contract/hypotheses.ts';
import { useSession } from '../../store/session.ts';
import { formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { dropHypothesis, putInOrder } from './acts.ts';
import type { OnEdit } from './editing.ts';
import { MoveButtons } from './move-buttons.tsx';

interface Props {
  readonly finding: string;
  readonly hypothesis: MatrixHypothesis;
  readonly all: readonly string[];
  readonly onEdit: OnEdit;
}

/** One hypothesis: what it claims in full, and whose it is. */
export function HypothesisInspector({ finding, hypothesis, all, onEdit }: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const { id, title, text, alternative, author, createdUs } = hypothesis;
  return (
    <>
      <p className="ach-about">
        <strong>
          <Shown text={title} max={500} />
        </strong>
      </p>
      {onEdit && (
        <div className="ach-rate">
          <button type="button" onClick={() => onEdit({ what: 'hypothesis', id })}>
            Change
          </button>
          <MoveButtons
            ids={all}
            id={id}
            names={['Left', 'Right']}
            onMove={(ids) => void putInOrder('hypotheses', finding, ids)}
          />
          <button type="button" onClick={() => void dropHypothesis(id)}>
            Remove
          </button>
        </div>
      )}
      {text !== '' && (
        <p className="ach-state">
          <Shown text={text} max={5000} lines />
        </p>
      )}
      <p className="ach-state soft">
        {alternative === null ? 'Written by ' : 'Filled from the analysis by '}
        <Shown text={author} max={60} />, {formatMinute(zone, createdUs)} {zone}.
      </p>
    </>
  );
}
