import { useState } from 'react';
import { getMatrix, type Matrix } from '../../../shared/contract/hypotheses.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AddButtons } from './add-buttons.tsx';
import { EditDialog } from './edit-dialog.tsx';
import type { Editing, OnEdit } from './editing.ts';
import { Inspector } from './inspector.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { inOrder, type RowOrder } from './matrix-model.ts';
import { NoMatrix } from './no-matrix.tsx';
import { Outcome } from './outcome.tsx';
import { RowOrderChoice } from './row-order-choice.tsx';
import { type Place, placeIn } from './walk.ts';
import { WhatCarries } from './what-carries.tsx';
import './hypotheses.css';

/** Rival hypotheses of a finding and what speaks against each (Heuer's matrix). `finding` is its id. */
export function HypothesesPanel({ finding }: { finding: string }) {
  const notesVersion = useSession((state) => state.notesVersion);
  const isReadOnly = useSession((state) => state.case!.readOnly !== null);
  const answer = useCall(getMatrix, { finding }, notesVersion);
  const [editing, setEditing] = useState<Editing | null>(null);
  const matrix = answer.value;
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!matrix) return <p className="soft">Reading the matrix.</p>;
  const isEmpty = matrix.hypotheses.length === 0 && matrix.evidence.length === 0;
  return (
    <div className="ach">
      {isEmpty ? (
        <NoMatrix onEdit={isReadOnly ? null : setEditing} />
      ) : (
        <Filled finding={finding} matrix={matrix} onEdit={isReadOnly ? null : setEditing} />
      )}
      {editing && (
        <EditDialog finding={finding} matrix={matrix} editing={editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}

function Filled({ finding, matrix, onEdit }: { finding: string; matrix: Matrix; onEdit: OnEdit }) {
  const [order, setOrder] = useState<RowOrder>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const rows = inOrder(matrix.evidence, order);
  const at = placeIn(
    place,
    rows.map(({ id }) => id),
    matrix.hypotheses.map(({ id }) => id),
  );
  return (
    <>
      <Outcome matrix={matrix} />
      <div className="ach-acts">
        <RowOrderChoice evidence={matrix.evidence} order={order} onOrder={setOrder} />
        {onEdit && <AddButtons onEdit={onEdit} />}
      </div>
      <div className="ach-board">
        <MatrixGrid
          finding={finding}
          matrix={matrix}
          rows={rows}
          isOwnOrder={order === null}
          at={at}
          onPlace={setPlace}
          onEdit={onEdit}
        />
        {at && (
          <Inspector finding={finding} matrix={matrix} at={at} isOwnOrder={order === null} onEdit={onEdit} />
        )}
      </div>
      <WhatCarries matrix={matrix} onPick={(row) => setPlace({ row, column: null })} />
    </>
  );
}
