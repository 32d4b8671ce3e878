import type { Matrix } from '../../../shared/contract/hypotheses.ts';
import { Shown } from '../../ui/shown.tsx';
import { carrying, titlesOf } from './matrix-model.ts';

interface Props {
  readonly matrix: Matrix;
  /** Shows a row; null where none can be shown. */
  readonly onPick: ((row: string) => void) | null;
}

/** The rows that the outcome rests on, each with what would be least inconsistent without it. */
export function CarryingRows({ matrix, onPick }: Props) {
  const rows = carrying(matrix);
  if (rows.length === 0)
    return (
      <p className="soft">
        No single row: whichever is left out, the same hypotheses are least inconsistent.
      </p>
    );
  return (
    <ul className="carrying-rows">
      {rows.map(({ id, title, without }) => (
        <li key={id}>
          {onPick === null ? (
            <Shown text={title} max={400} />
          ) : (
            <button type="button" className="link" onClick={() => onPick(id)}>
              <Shown text={title} max={400} />
            </button>
          )}{' '}
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
  );
}
