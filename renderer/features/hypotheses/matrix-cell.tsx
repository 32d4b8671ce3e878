import type { MatrixCell as Cell } from '../../../shared/contract/hypotheses.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatMinute } from '../../ui/format.ts';
import { cellSign, cellWords } from './signs.ts';

interface Props {
  readonly cell: Cell;
  /** Titles, for its name. */
  readonly hypothesis: string;
  readonly evidence: string;
  readonly zone: string;
  readonly isAt: boolean;
  readonly onPick: () => void;
}

/** One cell: solid where a person confirmed it, dashed and in brackets where it is only proposed, a dot where open. */
export function MatrixCell({ cell, hypothesis, evidence, zone, isAt, onPick }: Props) {
  const { consistency, proposed, reason, confirmedBy, confirmedUs } = cell;
  const by =
    confirmedBy !== null
      ? `by ${shownText(confirmedBy, { max: 60 })}, ${formatMinute(zone, confirmedUs)}`
      : '';
  const state = consistency !== null ? 'confirmed' : proposed !== null ? 'proposed' : 'open';
  const name = [cellWords(cell), by, shownText(hypothesis, { max: 80 }), shownText(evidence, { max: 120 })];
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid, named so that it can be selected
      role="gridcell"
      className={`ach-cell ach-${state}`}
      data-rating={consistency ?? undefined}
      tabIndex={isAt ? 0 : -1}
      aria-selected={isAt}
      aria-label={name.filter(Boolean).join(', ')}
      title={[cellWords(cell), by, shownText(reason, { max: 600 })].filter(Boolean).join('\n')}
      onFocus={onPick}
    >
      <span className="ach-sign">{cellSign(cell)}</span>
    </td>
  );
}
