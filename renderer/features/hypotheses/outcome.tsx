import { Fragment } from 'react';
import type { Matrix } from '../../../shared/contract/hypotheses.ts';
import { Shown } from '../../ui/shown.tsx';
import { leaderWords, titlesOf, unconfirmedWords, unfairWords } from './matrix-model.ts';

/** What the matrix says so far, and how far that can be relied on, in this order of caution. */
export function Outcome({ matrix }: { matrix: Matrix }) {
  const unfair = unfairWords(matrix);
  const isWeighed = matrix.unconfirmed < matrix.cells;
  return (
    <div className="ach-outcome" aria-live="polite">
      {matrix.cells > 0 ? (
        <p>
          <span className={matrix.unconfirmed > 0 ? 'warn' : 'soft'}>{unconfirmedWords(matrix)}</span>{' '}
          {unfair && <span className="warn">{unfair}</span>}
        </p>
      ) : (
        <p className="soft">
          {matrix.hypotheses.length === 0
            ? 'There is no hypothesis yet to set the evidence against.'
            : 'There is no evidence yet to set against the hypotheses.'}
        </p>
      )}
      {matrix.cells > 0 && (
        <p>
          {leaderWords(matrix)}
          {isWeighed &&
            titlesOf(matrix, matrix.leaders).map((title, at) => (
              <Fragment key={matrix.leaders[at]}>
                {at > 0 && ','}{' '}
                <strong>
                  <Shown text={title} max={120} />
                </strong>
              </Fragment>
            ))}
          {isWeighed && matrix.leaders.length > 0 && (
            <>
              .{' '}
              <span className="soft">
                {matrix.leaders.length === 1
                  ? 'It has least against it so far, which is no proof of it.'
                  : 'They have least against them so far, which is no proof of any.'}
              </span>
            </>
          )}
        </p>
      )}
    </div>
  );
}
