import { type ScaleContinuousNumeric, scaleLinear, scaleSqrt } from 'd3';

export type Spacing = 'square root' | 'linear';
export type ValueScale = ScaleContinuousNumeric<number, number>;

/** Maps a value to its height in pixels, 0 to `heightPx` at `most` (at least 1, so an empty chart has a scale). */
export function valueScale(spacing: Spacing, most: number, heightPx: number): ValueScale {
  const scale = spacing === 'linear' ? scaleLinear() : scaleSqrt();
  return scale.domain([0, Math.max(1, most)]).range([0, heightPx]);
}

const LEAST_GAP_PX = 20;

/** Round values for the axis, whole numbers, ascending, at least 20 px apart; 0 is not among them. */
export function valueTicks(scale: ValueScale): readonly number[] {
  const most = scale.domain()[1];
  const values: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(most)); power >= 1; power /= 10) {
    for (const factor of [5, 2, 1]) if (factor * power <= most) values.push(factor * power);
  }
  const kept: number[] = [];
  for (const value of values) {
    const px = scale(value);
    if (px >= LEAST_GAP_PX - 6 && kept.every((other) => Math.abs(scale(other) - px) >= LEAST_GAP_PX))
      kept.push(value);
  }
  return kept.reverse();
}
