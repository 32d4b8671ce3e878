import type { StrongestSignal } from '../../../shared/contract/accounts.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { ordinal } from '../analysis/signal-model.ts';

const WIDTH_PX = 52;
const at = (percentile: number) => (percentile / 100) * WIDTH_PX;

/** The signal that speaks most for an account, with its place in the middle 90 % of its cohort, and in words. */
export function SignalPlace({ signal }: { signal: StrongestSignal | null }) {
  if (signal === null) {
    return (
      <span className="faint" title="No signal of its own speaks for it">
        –
      </span>
    );
  }
  const { title, percentile, cohort, detail } = signal;
  const place = percentile === null ? 'no cohort to compare with' : `${ordinal(percentile)} percentile`;
  return (
    <span
      className="signal-place"
      title={`${shownText(detail, { max: 300 })} ${place} of ${shownText(cohort, { max: 120 })}`}
    >
      <svg width={WIDTH_PX} height={12} role="img" aria-label={place}>
        <line className="signal-line" x1={0} x2={WIDTH_PX} y1={6} y2={6} />
        {percentile !== null && (
          <>
            <rect className="signal-band" x={at(5)} y={3} width={at(90)} height={6} />
            <circle
              className="signal-dot"
              cx={Math.min(WIDTH_PX - 3, Math.max(3, at(percentile)))}
              cy={6}
              r={3}
            />
          </>
        )}
      </svg>
      {title}
    </span>
  );
}
