import { type MemberSpread, SPREAD_BINS } from '../../../shared/contract/analysis.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { barHeights01, outsideWords, spreadCounts, spreadFigures, spreadSentence } from './spread-model.ts';

const STEP_PX = 4;
const WIDTH_PX = SPREAD_BINS * STEP_PX;
const HEIGHT_PX = 16;

interface Props {
  readonly spread: MemberSpread | null;
  /** Accounts of the operator. */
  readonly accounts: number;
  /** In figures instead of as a picture. */
  readonly figures: boolean;
}

/** Where the accounts of an operator lie in their cohorts, drawn, and how many lie outside the band, in words. */
export function SpreadStrip({ spread, accounts, figures }: Props) {
  if (spread === null) {
    return (
      <span className="faint" title="No signal that its accounts carry by themselves speaks for the operator">
        –
      </span>
    );
  }
  const counts = spreadCounts(spread, accounts);
  const sentence = spreadSentence(spread.title, counts);
  return (
    <span className="spread" title={`${sentence} ${shownText(spread.detail, { max: 300 })}`}>
      {!figures && <Strip bins={spread.bins} label={sentence} />}
      {figures ? spreadFigures(counts) : outsideWords(counts)} <span className="soft">{spread.title}</span>
    </span>
  );
}

/** A bar for every 5 percentile points; behind them the band, and the height that the cohort itself has. */
export function Strip({ bins, label }: { bins: readonly number[]; label: string }) {
  const even = HEIGHT_PX * (1 - Math.sqrt(1 / SPREAD_BINS));
  return (
    <svg className="spread-strip" width={WIDTH_PX} height={HEIGHT_PX} role="img" aria-label={label}>
      <rect className="spread-band" x={STEP_PX} width={WIDTH_PX - 2 * STEP_PX} height={HEIGHT_PX} />
      {barHeights01(bins).map((height, bin) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
          key={bin}
          className="spread-bar"
          x={bin * STEP_PX}
          y={HEIGHT_PX * (1 - height)}
          width={STEP_PX - 1}
          height={HEIGHT_PX * height}
        />
      ))}
      <line className="spread-even" x1={0} x2={WIDTH_PX} y1={even} y2={even} />
    </svg>
  );
}
