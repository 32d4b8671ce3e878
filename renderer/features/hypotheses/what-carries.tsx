import { useId } from 'react';
import type { Matrix } from '../../../shared/contract/hypotheses.ts';
import { CarryingRows } from './carrying-rows.tsx';

/** Which rows the outcome rests on: what would be least inconsistent without each. */
export function WhatCarries({ matrix, onPick }: { matrix: Matrix; onPick: (row: string) => void }) {
  const heading = useId();
  if (matrix.cells === matrix.unconfirmed) return null;
  return (
    <section className="ach-carrying" aria-labelledby={heading}>
      <h3 id={heading}>
        What carries this <span className="soft">each row left out by itself, the others kept</span>
      </h3>
      <CarryingRows matrix={matrix} onPick={onPick} />
      <p className="soft ach-method">
        Weighted inconsistency counts 1 for − and 2 for −−, times the credibility of the row (low 0.71, medium
        1, high 1.41). Only cells that a person confirmed count, and what fits a hypothesis adds nothing.
      </p>
    </section>
  );
}
