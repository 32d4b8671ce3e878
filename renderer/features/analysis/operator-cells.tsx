import { memo } from 'react';
import type { Likelihood, ListedOperator } from '../../../shared/contract/analysis.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { openOperator } from '../../store/views.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import type { Marks } from '../annotations/marks.ts';
import { RowMarks } from '../annotations/row-marks.tsx';
import { LikelihoodWord } from './likelihood-word.tsx';
import type { OperatorColumn } from './operator-columns.ts';
import { SpreadStrip } from './spread-strip.tsx';
import { formatScore, needsDecision } from './words.ts';

interface Props {
  readonly row: ListedOperator | undefined;
  readonly marks: Marks | undefined;
  /** Accounts that meet the filter; null where that is not asked. */
  readonly matching: number | null;
  readonly columns: readonly OperatorColumn[];
  /** Of the case. */
  readonly requests: number;
  readonly figures: boolean;
}

/** One operator's cells; before its row has come, empty ones of the same size. */
export const OperatorCells = memo(function OperatorCells({ columns, row, ...rest }: Props) {
  return columns.map(({ key, number }) => (
    // biome-ignore lint/a11y/useSemanticElements: see ListGrid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div key={key} role="gridcell" className={number ? 'number' : ''} data-column={key}>
      {row && <Cell column={key} row={row} {...rest} />}
    </div>
  ));
});

interface CellProps extends Omit<Props, 'columns' | 'row'> {
  readonly column: string;
  readonly row: ListedOperator;
}

function Cell({ column, row, marks, matching, requests, figures }: CellProps) {
  switch (column) {
    case 'operator':
      return (
        <>
          <button type="button" className="link mono" tabIndex={-1} onClick={() => openOperator(row.id)}>
            <Shown text={row.id} max={40} />
          </button>{' '}
          <RowMarks marks={marks} />
        </>
      );
    case 'accounts':
      return formatCount(row.accounts);
    case 'matching':
      return matching === null ? null : (
        <>
          {formatCount(matching)} <span className="soft">of {formatCount(row.accounts)}</span>
        </>
      );
    case 'requests':
      return <span title={`${formatShare(row.requests, requests)} of all`}>{formatCount(row.requests)}</span>;
    case 'share':
      return formatShare(row.requests, requests);
    case 'campaign':
      return <LikelihoodWord likelihood={row.likelihood} />;
    case 'score':
      return formatScore(row.score);
    case 'spread':
      return <SpreadStrip spread={row.spread} accounts={row.accounts} figures={figures} />;
    case 'reason':
      return (
        <span className="soft" title={shownText(row.reason)}>
          <Shown text={row.reason} />
        </span>
      );
    case 'together':
      return row.together;
    case 'extraction':
      return <FindingWord likelihood={row.extraction} />;
    default:
      return <FindingWord likelihood={row.access} />;
  }
}

/** The word alone; the scale stands once in a row, beside the rank's own word. */
function FindingWord({ likelihood }: { likelihood: Likelihood }) {
  return <span className={needsDecision(likelihood) ? 'likelihood-high' : ''}>{likelihood}</span>;
}
