import type { MatrixHypothesis } from '../../../shared/contract/hypotheses.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

const BAR_PX = 72;

interface Props {
  readonly hypothesis: MatrixHypothesis;
  /** Weighted inconsistency; null while nothing is confirmed. */
  readonly score: string | null;
  /** Of the largest score, 0 to 1. */
  readonly share: number;
  /** Its place by least inconsistent, from 1; null where there is no order. */
  readonly rank: number | null;
  readonly of: number;
  readonly isFair: boolean;
  readonly isLeader: boolean;
  readonly isAt: boolean;
  readonly onPick: () => void;
}

/** A hypothesis at the head of its column: what is confirmed against it, as bar and number, and its place by that. */
export function ColumnHead({ hypothesis, score, share, rank, of, isFair, isLeader, isAt, onPick }: Props) {
  const { title, unconfirmed } = hypothesis;
  const words = [
    shownText(title, { max: 120 }),
    score === null ? 'nothing confirmed' : `weighted inconsistency ${score}`,
    rank !== null && `place ${rank} of ${of}`,
    isLeader && 'least inconsistent',
    !isFair && 'not fairly comparable yet',
    unconfirmed > 0 && `${formatUnits(unconfirmed, 'cell')} not confirmed`,
  ];
  return (
    <th
      scope="col"
      className={isLeader ? 'ach-head ach-leader' : 'ach-head'}
      tabIndex={isAt ? 0 : -1}
      aria-label={words.filter(Boolean).join(', ')}
      onFocus={onPick}
    >
      <span className="ach-title" title={shownText(title)}>
        <Shown text={title} />
      </span>
      <span className="ach-score">
        {score !== null && (
          <svg width={BAR_PX} height={5} aria-hidden="true">
            <rect className="ach-bar-all" width={BAR_PX} height={5} />
            <rect className="ach-bar" width={BAR_PX * share} height={5} />
          </svg>
        )}
        {score !== null && (
          <span className={isFair ? 'ach-number' : 'ach-number ach-unfair'}>
            {score}
            {!isFair && ' so far'}
          </span>
        )}
        {rank !== null && (
          <span className="ach-rank">
            {rank} of {of}
            {isLeader && ', least'}
          </span>
        )}
      </span>
    </th>
  );
}
