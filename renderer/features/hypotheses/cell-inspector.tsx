import {
  CONSISTENCIES,
  type MatrixCell,
  type MatrixEvidence,
  type MatrixHypothesis,
} from '../../../shared/contract/hypotheses.ts';
import { useSession } from '../../store/session.ts';
import { formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { rate } from './acts.ts';
import { SIGNS } from './signs.ts';

interface Props {
  readonly evidence: MatrixEvidence;
  readonly hypothesis: MatrixHypothesis;
  readonly cell: MatrixCell;
  readonly canRate: boolean;
}

/** One cell: what it says, who confirmed it, what the analysis proposes and why; and the ratings, one of them to choose. */
export function CellInspector({ evidence, hypothesis, cell, canRate }: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const { consistency, proposed, reason, confirmedBy, confirmedUs } = cell;
  return (
    <>
      <p className="ach-about">
        If{' '}
        <strong>
          <Shown text={hypothesis.title} max={200} />
        </strong>
        : how well does this fit?{' '}
        <span className="soft">
          <Shown text={evidence.title} max={300} />
        </span>
      </p>
      {canRate && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
        <div className="ach-rate" role="group" aria-label="Rating">
          {CONSISTENCIES.map((one, at) => (
            <button
              key={one}
              type="button"
              className={
                proposed === one && consistency === null ? 'ach-rating ach-rating-proposed' : 'ach-rating'
              }
              aria-pressed={consistency === one}
              title={SIGNS[one].words}
              onClick={() => void rate(evidence.id, hypothesis.id, one)}
            >
              <span className="ach-sign">{SIGNS[one].sign}</span> <kbd>{at + 1}</kbd>
              <span className="visually-hidden">{SIGNS[one].words}</span>
            </button>
          ))}
          {consistency === null && proposed !== null && (
            <button
              type="button"
              className="primary"
              onClick={() => void rate(evidence.id, hypothesis.id, proposed)}
            >
              Confirm the proposal: {SIGNS[proposed].words}
            </button>
          )}
          {consistency !== null && (
            <button type="button" onClick={() => void rate(evidence.id, hypothesis.id, null)}>
              Take the rating away
            </button>
          )}
        </div>
      )}
      <p className="ach-state">
        {consistency === null ? (
          <span className="warn">Not confirmed.</span>
        ) : (
          <>
            Confirmed as {SIGNS[consistency].words} by <Shown text={confirmedBy ?? ''} max={60} />,{' '}
            {formatMinute(zone, confirmedUs)} {zone}.
          </>
        )}{' '}
        <span className="soft">
          {proposed !== null && `The analysis proposes “${SIGNS[proposed].words}”. `}
          <Shown text={reason} max={1500} />
        </span>
      </p>
    </>
  );
}
