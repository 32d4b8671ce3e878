import { useMemo, useState } from 'react';
import { operatorRows } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { moveOperatorCursor, useAnalysisRun } from '../../store/analysis-run.ts';
import { sortOperatorsBy, useOperatorOrder } from '../../store/operators.ts';
import { useOperatorSelection } from '../../store/selection.ts';
import { useSession } from '../../store/session.ts';
import { openOperator } from '../../store/views.ts';
import { ColumnHead } from '../../ui/column-head.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { ListGrid } from '../../ui/list-grid.tsx';
import { FIRST_ROWS } from '../../ui/list-model.ts';
import { useCall } from '../../ui/use-call.ts';
import { useMarks } from '../annotations/marks.ts';
import { OperatorCells } from './operator-cells.tsx';
import type { OperatorColumn } from './operator-columns.ts';

interface Props {
  readonly ids: readonly string[];
  readonly busy: boolean;
  readonly columns: readonly OperatorColumn[];
  /** Accounts of each operator that meet the filter; null where nothing is filtered. */
  readonly matches: ReadonlyMap<string, number> | null;
  /** Strips as figures. */
  readonly figures: boolean;
}

/** Operators in order; their rows are asked for by their ids, in pages, as they come into view. */
export function OperatorTable({ ids, busy, columns, matches, figures }: Props) {
  const { requests } = useSession((state) => state.case!.counts);
  const dataVersion = useSession((state) => state.dataVersion);
  const cursor = useAnalysisRun((state) => state.cursor);
  const { sort, descending } = useOperatorOrder();
  const [span, setSpan] = useState(FIRST_ROWS);
  const inView = useMemo(() => ids.slice(span.first, span.last + 1), [ids, span]);
  const rows = useCall(operatorRows, { ids: inView }, dataVersion, true);
  const byId = useMemo(() => new Map(rows.value?.map((row) => [row.id, row])), [rows.value]);
  const marks = useMarks(inView.map(operatorReference));
  return (
    <>
      {rows.error !== undefined && <ErrorPanel error={rows.error} onRetry={rows.retry} />}
      <ListGrid
        label="Operators"
        name="operator"
        ids={ids}
        cursor={cursor}
        selection={useOperatorSelection}
        columns={columns}
        busy={busy || rows.busy}
        head={(column) => (
          <ColumnHead
            key={column.key}
            column={column}
            sort={sort}
            descending={descending}
            onSort={sortOperatorsBy}
          />
        )}
        cells={(id) => (
          <OperatorCells
            row={byId.get(id)}
            marks={marks.get(operatorReference(id))}
            matching={matches && (matches.get(id) ?? 0)}
            columns={columns}
            requests={requests}
            figures={figures}
          />
        )}
        onCursor={moveOperatorCursor}
        onOpen={openOperator}
        onSpan={setSpan}
      />
    </>
  );
}

const operatorReference = (operator: string) => formatReference({ kind: 'operator', operator });
