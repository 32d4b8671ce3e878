import type { TemplateRow } from '../../../shared/contract/analysis.ts';
import { growthLine, growthWords } from './model.ts';

interface Props {
  readonly template: Pick<TemplateRow, 'growth' | 'requests'>;
  readonly width: number;
  readonly height: number;
}

/**
 * Distinct fillings over requests, from nothing to all of both. Along the diagonal the last request is as likely to
 * ask something new as the first; a line that bends flat has used up its list.
 */
export function GrowthLine({ template, width, height }: Props) {
  const points = growthLine(template, width, height).map(([x, y]) => `${x + 1},${y + 1}`);
  return (
    <svg
      className="growth"
      width={width + 2}
      height={height + 2}
      role="img"
      aria-label={growthWords(template.growth)}
    >
      <polygon className="growth-area" points={[...points, `${width + 1},${height + 1}`].join(' ')} />
      <line className="growth-even" x1={1} y1={height + 1} x2={width + 1} y2={1} />
      <polyline className="growth-line" points={points.join(' ')} />
    </svg>
  );
}
