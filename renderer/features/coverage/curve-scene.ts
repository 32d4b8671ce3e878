import { scaleLinear, scaleSqrt } from 'd3';
import type { CurveBand } from '../../../shared/contract/coverage.ts';

/** One line of a chart of curves; x ascends. */
export interface Line {
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** All accounts together, or the only one; or one of several. */
  readonly isMain: boolean;
}

export interface Band extends CurveBand {
  readonly label: string;
  /** Random unions are drawn as lines, single accounts as an area. */
  readonly isUnion: boolean;
}

export interface CurveScene {
  readonly lines: readonly Line[];
  readonly bands: readonly Band[];
  /** Steps for counts in order of time, straight lines for expectations. */
  readonly stepped: boolean;
  /** Both axes in square roots, and the line on which every request brings something new. */
  readonly beside: 'others' | 'every request';
  readonly xTitle: string;
  readonly yTitle: string;
}

const CANDIDATES = [1, 2, 5].flatMap((one) => [0, 1, 2, 3, 4, 5, 6, 7].map((power) => one * 10 ** power));
const LEAST_TICK_PX = 46;

/** Square roots of requests, for accounts and all of them together differ by far; different things as they are. */
export function curveScales(scene: CurveScene, widthPx: number, heightPx: number) {
  const most = (values: readonly ArrayLike<number>[]) =>
    values.reduce((largest, list) => Math.max(largest, list[list.length - 1] ?? 0), 1);
  const xMost = most(scene.lines.map(({ x }) => x));
  const inView = scene.bands.map(({ m, high }) => Array.from(high).filter((_, k) => m[k] <= xMost));
  const x = scaleSqrt().domain([0, xMost]).range([0, widthPx]);
  const y = (scene.beside === 'others' ? scaleLinear() : scaleSqrt())
    .domain([
      0,
      Math.max(most(scene.lines.map((line) => line.y)), most(inView), scene.beside === 'others' ? 0 : xMost),
    ])
    .nice(5)
    .range([heightPx, 0]);
  const xTicks: number[] = [0];
  for (const tick of CANDIDATES.filter((one) => one <= xMost).sort((a, b) => a - b)) {
    if (x(tick) - x(xTicks[xTicks.length - 1]) >= LEAST_TICK_PX) xTicks.push(tick);
  }
  return { x, y, xTicks, yTicks: ticksOf(y, heightPx), xMost };
}

/** Whole numbers that stand far enough apart. */
function ticksOf(y: (value: number) => number, heightPx: number): number[] {
  const ticks: number[] = [];
  for (const tick of (y as ReturnType<typeof scaleLinear<number>>).ticks(5)) {
    if (!Number.isInteger(tick) || y(tick) > heightPx) continue;
    if (ticks.length === 0 || y(ticks[ticks.length - 1]) - y(tick) >= 14) ticks.push(tick);
  }
  return ticks;
}

/** The value of a line at x: between points straight, or with `stepped` of the last point; NaN beyond its end. */
export function valueAt(
  { x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
  at: number,
  stepped: boolean,
): number {
  if (x.length === 0 || at > x[x.length - 1]) return Number.NaN;
  let k = 0;
  while (x[k] < at) k++;
  if (x[k] === at) return y[k];
  const [x0, y0] = k === 0 ? [0, 0] : [x[k - 1], y[k - 1]];
  return stepped ? y0 : y0 + ((at - x0) / (x[k] - x0)) * (y[k] - y0);
}
