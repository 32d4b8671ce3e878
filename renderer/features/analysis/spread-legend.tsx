import { Strip } from './spread-strip.tsx';

/** What the bars and the band of the strips are; the drawing is an example, of three accounts. */
const EXAMPLE = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2];

interface Props {
  readonly figures: boolean;
  readonly onFigures: (figures: boolean) => void;
}

/** Explains the strips of the list once for all, and turns them into figures. */
export function SpreadLegend({ figures, onFigures }: Props) {
  return (
    <p className="spread-legend">
      <Strip bins={EXAMPLE} label="Example of a strip: one of three accounts in the band, two above it" />
      <span>
        Accounts in their cohorts: a bar is the share of an operator’s accounts that lie in 5 percentile
        points, each account in its own cohort, square-root scale. Grey: 5th to 95th percentile. Dashed: as
        high as the cohorts themselves.
      </span>
      <button type="button" className="quiet" aria-pressed={figures} onClick={() => onFigures(!figures)}>
        Show in figures
      </button>
    </p>
  );
}
