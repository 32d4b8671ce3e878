import type { Matrix } from '../../../shared/contract/hypotheses.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { CarryingRows } from '../hypotheses/carrying-rows.tsx';
import { formatScore } from '../hypotheses/matrix-model.ts';
import { Outcome } from '../hypotheses/outcome.tsx';

/** The outcome of a matrix of rival hypotheses, each with what speaks against it, and the rows that it hangs on. */
export function Weighed({ matrix }: { matrix: Matrix }) {
  if (matrix.hypotheses.length === 0)
    return <p className="soft">No rival hypothesis was set against this finding.</p>;
  const ordered = matrix.order.flatMap((id) => matrix.hypotheses.find((one) => one.id === id) ?? []);
  const isWeighed = matrix.cells > matrix.unconfirmed;
  return (
    <>
      <Outcome matrix={matrix} />
      <table className="table review-hypotheses" aria-label="Hypotheses, least inconsistent first">
        <thead>
          <tr>
            <th scope="col">Hypothesis</th>
            <th scope="col" className="number">
              Weighted inconsistency
            </th>
            <th scope="col" className="number">
              Cells not confirmed
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ id, title, score, unconfirmed }) => (
            <tr key={id}>
              <th scope="row">
                <Shown text={title} max={300} />
                {isWeighed && matrix.leaders.includes(id) && (
                  <span className="soft"> · least against it</span>
                )}
              </th>
              <td className="number">{isWeighed ? formatScore(score) : '–'}</td>
              <td className="number">
                {formatCount(unconfirmed)}{' '}
                <span className="soft">of {formatCount(matrix.evidence.length)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isWeighed && (
        <section className="review-carried" aria-label="What carries this">
          <h2>
            What carries this <span className="soft">each row left out by itself, the others kept</span>
          </h2>
          <CarryingRows matrix={matrix} onPick={null} />
        </section>
      )}
    </>
  );
}
