import { useId } from 'react';
import type { Matrix } from '../../../shared/contract/hypotheses.ts';
import { Shown } from '../../ui/shown.tsx';
import { carrying, titlesOf } from './matrix-model.ts';

/** Which rows the outcome rests on: what would be least inconsistent without each. */
export function WhatCarries({ matrix, onPick }: { matrix: Matrix; onPick: (row: string) => void }) {
  const heading = useId();
  if (matrix.cells === matrix.unconfirmed) return null;
  const rows = carrying(matrix);
  return (
    <section className="ach-carrying" aria-labelledby={heading}>
      <h3 id={heading}>
        What carries this <span className="soft">each row left out by itself, the others kept</span>
      </h3>
      {rows.length === 0 ? (
        <p className="soft">
          No single row: whichever is left out, the same hypotheses are least inconsistent.
        </p>
      ) : (
        <ul>
          {rows.map(({ id, title, without }) => (
            <li key={id}>
              <button type="button" className="link" onClick={() => onPick(id)}>
                <Shown text={title} max={400} />
              </button>
              <span className="soft">
                {without.leaders.length === 0 ? (
                  'Without it none is least inconsistent.'
                ) : (
                  <>
                    Without it least inconsistent:{' '}
                    <Shown text={titlesOf(matrix, without.leaders).join(', ')} max={300} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="soft ach-method">
        Weighted inconsistency counts 1 for − and 2 for −−, times the credibility of the row (low 0.71, medium
        1, high 1.41). Only cells that a person confirmed count, and what fits a hypothesis adds nothing.
      </p>
    </section>
  );
}
