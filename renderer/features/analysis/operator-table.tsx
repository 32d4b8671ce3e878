import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Likelihood, OperatorRow } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { moveOperatorCursor, useAnalysisRun } from '../../store/analysis-run.ts';
import { openOperator } from '../../store/views.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { moveCursor } from '../accounts/model.ts';
import { type Marks, useMarks } from '../annotations/marks.ts';
import { RowMarks } from '../annotations/row-marks.tsx';
import { useOperatorMatches } from '../filter/operator-matches.ts';
import { LikelihoodWord } from './likelihood-word.tsx';
import { formatScore, needsDecision } from './words.ts';

const PAGE_ROWS = 10;
/** Rows added each time more are asked for: a case can hold thousands of operators. */
const STEP = 200;

interface Props {
  readonly operators: readonly OperatorRow[];
  /** Accounts that were analysed, and requests of the case: what the counts are of. */
  readonly accounts: number;
  readonly requests: number;
}

/** Operators by rank; walked with the keys, opened with Enter or a click. */
export function OperatorTable({ operators, accounts, requests }: Props) {
  const cursor = useAnalysisRun((state) => state.cursor);
  const matches = useOperatorMatches();
  const [limit, setLimit] = useState(STEP);
  const table = useRef<HTMLTableElement>(null);
  const shown = operators.slice(0, limit);
  const marks = useMarks(shown.map(({ id }) => operatorReference(id)));
  const at = shown.findIndex(({ id }) => id === cursor);

  // Coming back to the list shows the operator that was chosen.
  useEffect(() => {
    table.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== table.current) return;
    if (event.key === 'Enter' && at >= 0) {
      openOperator(shown[at].id);
      return;
    }
    const next = moveCursor(event.key, at, shown.length, PAGE_ROWS);
    if (next === null) return;
    event.preventDefault();
    moveOperatorCursor(shown[next].id);
    document.getElementById(rowId(next))?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked is a grid
        role="grid"
        className="table operator-table"
        tabIndex={0}
        aria-label="Operators"
        aria-rowcount={operators.length + 1}
        aria-activedescendant={at < 0 ? undefined : rowId(at)}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">Operator</th>
            <th scope="col" className="number" title={`Of ${formatCount(accounts)} accounts analysed`}>
              Accounts
            </th>
            {matches && (
              <th scope="col" className="number" title="Accounts with requests that meet the filter">
                Matching
              </th>
            )}
            <th scope="col" className="number" title={`Of all ${formatCount(requests)} requests`}>
              Requests
            </th>
            <th
              scope="col"
              title="How likely it is, on the synthetic benchmark, that this is an extraction campaign"
            >
              Campaign
            </th>
            <th scope="col" className="number" title="The probability behind the word, 0 to 1">
              Score
            </th>
            <th scope="col">Act together</th>
            <th scope="col">Extraction</th>
            <th scope="col">Access</th>
            <th scope="col">Strongest reason</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr
              key={row.id}
              id={rowId(index)}
              aria-rowindex={index + 2}
              aria-selected={index === at}
              onClick={() => moveOperatorCursor(row.id)}
              onDoubleClick={() => openOperator(row.id)}
            >
              <OperatorCells
                row={row}
                marks={marks.get(operatorReference(row.id))}
                requests={requests}
                matching={matches && (matches.get(row.id) ?? 0)}
              />
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < operators.length && (
        <p className="more">
          <span className="soft">
            The first {formatCount(shown.length)} of {formatCount(operators.length)} operators
          </span>{' '}
          <button type="button" onClick={() => setLimit(limit + STEP)}>
            Show {STEP} more
          </button>
        </p>
      )}
    </>
  );
}

/** The word alone; the scale stands once in a row, beside the rank's own word. */
function FindingWord({ likelihood }: { likelihood: Likelihood }) {
  return <span className={needsDecision(likelihood) ? 'likelihood-high' : ''}>{likelihood}</span>;
}

const operatorReference = (operator: string) => formatReference({ kind: 'operator', operator });

const rowId = (index: number) => `operator-row-${index}`;

interface CellsProps {
  readonly row: OperatorRow;
  readonly marks: Marks | undefined;
  readonly requests: number;
  /** Accounts that meet the filter; null where that is not asked. */
  readonly matching: number | null;
}

function OperatorCells({ row, marks, requests, matching }: CellsProps) {
  return (
    <>
      <td>
        <button type="button" className="link mono" tabIndex={-1} onClick={() => openOperator(row.id)}>
          <Shown text={row.id} max={40} />
        </button>{' '}
        <RowMarks marks={marks} />
      </td>
      <td className="number">{formatCount(row.accounts)}</td>
      {matching !== null && (
        <td className="number">
          {formatCount(matching)} <span className="soft">of {formatCount(row.accounts)}</span>
        </td>
      )}
      <td className="number">
        {formatCount(row.requests)} <span className="soft of-all">{formatShare(row.requests, requests)}</span>
      </td>
      <td className="nowrap strong">
        <LikelihoodWord likelihood={row.likelihood} />
      </td>
      <td className="number">{formatScore(row.score)}</td>
      <td className="nowrap">{row.together}</td>
      <td className="nowrap">
        <FindingWord likelihood={row.extraction} />
      </td>
      <td className="nowrap">
        <FindingWord likelihood={row.access} />
      </td>
      <td className="reason" title={shownText(row.reason)}>
        <Shown text={row.reason} />
      </td>
    </>
  );
}
