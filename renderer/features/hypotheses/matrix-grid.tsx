import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Matrix, MatrixEvidence } from '../../../shared/contract/hypotheses.ts';
import { useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { putInOrder, rate } from './acts.ts';
import { ColumnHead } from './column-head.tsx';
import type { OnEdit } from './editing.ts';
import { EvidenceRow } from './evidence-row.tsx';
import { formatScore, ranks } from './matrix-model.ts';
import { ratingOf } from './signs.ts';
import { movedBy, type Place, walk } from './walk.ts';

interface Props {
  readonly finding: string;
  readonly matrix: Matrix;
  /** The evidence in the order shown. */
  readonly rows: readonly MatrixEvidence[];
  readonly isOwnOrder: boolean;
  readonly at: Place | null;
  readonly onPlace: (place: Place) => void;
  readonly onEdit: OnEdit;
}

/** Evidence against hypotheses, a cell each; walked and rated by keyboard, picked with the mouse. */
export function MatrixGrid({ finding, matrix, rows, isOwnOrder, at, onPlace, onEdit }: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const grid = useRef<HTMLTableElement>(null);
  /** Set by a key, so that the focus follows; reading anew never takes it. */
  const follow = useRef(false);
  const columnIds = matrix.hypotheses.map(({ id }) => id);
  const rowIds = rows.map(({ id }) => id);
  const places = ranks(matrix.hypotheses);
  const most = Math.max(0, ...matrix.hypotheses.map(({ score }) => score));
  const isWeighed = matrix.unconfirmed < matrix.cells;

  useEffect(() => {
    if (!follow.current || !at) return;
    follow.current = false;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!at || event.ctrlKey || event.altKey || event.metaKey) return;
    const moves = event.shiftKey ? onEdit !== null && shift(event.key, at) : go(event.key, at);
    if (moves || (onEdit && act(event.key, at, onEdit))) event.preventDefault();
  };
  const go = (key: string, from: Place): boolean => {
    const next = walk(key, from, rowIds, columnIds);
    if (!next) return false;
    follow.current = true;
    onPlace(next);
    return true;
  };
  /** Moves a whole column or row by its head. */
  const shift = (key: string, { row, column }: Place): boolean => {
    if (row === null && column !== null && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      const ids = movedBy(columnIds, column, key === 'ArrowLeft' ? -1 : 1);
      if (ids) void putInOrder('hypotheses', finding, ids);
      return true;
    }
    if (column === null && row !== null && (key === 'ArrowUp' || key === 'ArrowDown')) {
      if (!isOwnOrder) say('Rows are moved in their own order. Show them in it first.');
      else {
        const ids = movedBy(rowIds, row, key === 'ArrowUp' ? -1 : 1);
        if (ids) void putInOrder('evidence', finding, ids);
      }
      return true;
    }
    return false;
  };
  /** Rates, confirms or clears the cell, or changes what the head stands for. */
  const act = (key: string, { row, column }: Place, edit: NonNullable<OnEdit>): boolean => {
    if (row === null || column === null) {
      if (key !== 'Enter') return ratingOf(key) !== null || key === 'Delete';
      edit(row === null ? { what: 'hypothesis', id: column } : { what: 'evidence', id: row });
      return true;
    }
    const cell = rows.find(({ id }) => id === row)?.cells.find(({ hypothesis }) => hypothesis === column);
    const rating = ratingOf(key);
    if (!cell) return false;
    if (rating !== null) void rate(row, column, rating);
    else if (key === 'Delete') {
      if (cell.consistency !== null) void rate(row, column, null);
    } else if (key === 'Enter') {
      if (cell.consistency === null && cell.proposed !== null) void rate(row, column, cell.proposed);
      else if (cell.consistency === null) say('Nothing is proposed for this cell. Rate it with 1 to 6.');
    } else return false;
    return true;
  };

  return (
    <div className="ach-scroll">
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked is a grid
        role="grid"
        className="ach-grid"
        aria-label="Evidence against hypotheses"
        aria-readonly={onEdit === null}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className="ach-evidence">
              Evidence
            </th>
            <th scope="col" className="ach-narrow">
              Credibility
            </th>
            <th
              scope="col"
              className="ach-narrow"
              title="How far apart the confirmed cells of a row lie: 0 where it fits all hypotheses alike, 1 over the whole scale"
            >
              Diagnosticity
            </th>
            {matrix.hypotheses.map((hypothesis, column) => (
              <ColumnHead
                key={hypothesis.id}
                hypothesis={hypothesis}
                score={isWeighed ? formatScore(hypothesis.score) : null}
                share={most > 0 ? hypothesis.score / most : 0}
                rank={isWeighed && matrix.leaders.length > 0 ? places[column] : null}
                of={matrix.hypotheses.length}
                isFair={matrix.rowsInPart === 0}
                isLeader={isWeighed && matrix.leaders.includes(hypothesis.id)}
                isAt={at?.row === null && at.column === hypothesis.id}
                onPick={() => onPlace({ row: null, column: hypothesis.id })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <EvidenceRow
              key={row.id}
              row={row}
              hypotheses={matrix.hypotheses}
              at={at?.row === row.id ? at : null}
              zone={zone}
              onPlace={onPlace}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
