import { formatCount, formatUnits } from '../../ui/format.ts';
import { formatMean } from './coverage-words.ts';
import { type CurveScene, valueAt } from './curve-scene.ts';

/** What the curves say at that many requests. */
export function curveWords({ lines, bands, stepped }: CurveScene, at: number): string {
  const parts = [`at ${formatUnits(at, 'request')}`];
  for (const line of lines.filter((one) => one.isMain)) {
    const value = valueAt(line, at, stepped);
    if (!Number.isNaN(value)) parts.push(`${line.label} ${formatMean(value)}`);
  }
  const members = lines.filter((one) => !one.isMain);
  const values = members.map((line) => valueAt(line, at, stepped)).filter((value) => !Number.isNaN(value));
  if (members.length > 0 && values.length > 0)
    parts.push(
      `${formatCount(values.length)} of ${formatUnits(members.length, 'account')} have as many: ${formatMean(Math.min(...values))} to ${formatMean(Math.max(...values))}`,
    );
  for (const { m, low, middle, high, label } of bands) {
    const value = (y: Float64Array) => valueAt({ x: m, y }, at, false);
    if (Number.isNaN(value(low))) continue;
    parts.push(
      `${label} ${formatMean(value(middle))} (${formatMean(value(low))} to ${formatMean(value(high))})`,
    );
  }
  return parts.join(' · ');
}
