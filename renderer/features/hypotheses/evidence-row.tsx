import type {
  MatrixCell as Cell,
  MatrixEvidence,
  MatrixHypothesis,
} from '../../../shared/contract/hypotheses.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import { basisState, diagnosticityWords } from './matrix-model.ts';
import type { Place } from './walk.ts';

const BAR_PX = 40;

interface Props {
  readonly row: MatrixEvidence;
  readonly hypotheses: readonly MatrixHypothesis[];
  /** Where in the row the cursor is; null where it is in another. */
  readonly at: Place | null;
  readonly zone: string;
  readonly onPlace: (place: Place) => void;
}

/** A piece of evidence: how credible, how much it tells hypotheses apart, and its cells. */
export function EvidenceRow({ row, hypotheses, at, zone, onPlace }: Props) {
  const { id, title, credibility, diagnosticity, cells, unconfirmed, without } = row;
  const state = basisState(row);
  const marks = [
    without.changes && 'would change what is least inconsistent',
    state === 'differs' && 'the analysis puts it in other words today',
    state === 'gone' && 'the analysis no longer says this',
  ].filter((mark) => mark !== false);
  const words = [
    shownText(title, { max: 200 }),
    `${credibility} credibility`,
    `diagnosticity ${diagnosticity ?? 'not known'}`,
    unconfirmed > 0 && `${formatUnits(unconfirmed, 'cell')} not confirmed`,
    ...marks,
  ];
  const pick = () => onPlace({ row: id, column: null });
  return (
    <tr className={without.changes ? 'ach-carries' : ''}>
      <th
        scope="row"
        className="ach-evidence"
        tabIndex={at && at.column === null ? 0 : -1}
        aria-label={words.filter(Boolean).join(', ')}
        onFocus={pick}
      >
        <span className="ach-title" title={shownText(title, { max: 1000 })}>
          <Shown text={title} max={1000} />
        </span>
        {marks.map((mark) => (
          <span key={mark} className="ach-mark">
            {mark}
          </span>
        ))}
      </th>
      <td className="ach-narrow">{credibility}</td>
      <td className="ach-narrow ach-number" title={diagnosticityWords(diagnosticity)}>
        {diagnosticity === null ? (
          <span className="faint">–</span>
        ) : (
          <span className="ach-diagnosticity">
            <svg width={BAR_PX} height={6} aria-hidden="true">
              <rect className="ach-bar-all" width={BAR_PX} height={6} />
              <rect className="ach-bar" width={BAR_PX * diagnosticity} height={6} />
            </svg>
            {diagnosticity}
          </span>
        )}
      </td>
      {cells.map((cell: Cell, column) => (
        <MatrixCell
          key={cell.hypothesis}
          cell={cell}
          hypothesis={hypotheses[column].title}
          evidence={title}
          zone={zone}
          isAt={at?.column === cell.hypothesis}
          onPick={() => onPlace({ row: id, column: cell.hypothesis })}
        />
      ))}
    </tr>
  );
}
