import type { Progress } from '../../shared/contract/protocol.ts';
import { formatBytes, formatCount, formatDuration, formatUnits } from './format.ts';

/** How far a job is: a sentence, and the fraction done when the whole is known. */
export interface ProgressText {
  readonly text: string;
  /** 0 to 1, or undefined while the whole is unknown. */
  readonly fraction01: number | undefined;
}

export function progressText(progress: Progress | undefined): ProgressText {
  if (!progress) return { text: 'starting', fraction01: undefined };
  const { stage, done, total, unit, perSecond, rows, rowsPerSecond } = progress;
  const amount = (value: number) => (unit === 'bytes' ? formatBytes(value) : formatCount(value));
  const suffix = unit === 'bytes' ? '' : ` ${unit}`;
  const parts = [stage];
  if (total !== undefined) parts.push(`${amount(done)} of ${amount(total)}${suffix}`);
  // A stage that counts nothing says only what it does.
  else if (done > 0) parts.push(`${amount(done)}${suffix}`);
  if (rows !== undefined) {
    parts.push(formatUnits(rows, 'row'));
    if (rowsPerSecond !== undefined && rowsPerSecond > 0)
      parts.push(`${formatCount(Math.round(rowsPerSecond))} rows/s`);
    if (perSecond !== undefined && perSecond > 0 && total !== undefined && total > done)
      parts.push(`${formatDuration((total - done) / perSecond)} left`);
  } else if (perSecond !== undefined && perSecond > 0) {
    parts.push(`${amount(perSecond)}${suffix}/s`);
    if (total !== undefined && total > done) parts.push(`${formatDuration((total - done) / perSecond)} left`);
  }
  return {
    text: parts.join(' · '),
    fraction01: total === undefined || total === 0 ? undefined : Math.min(1, done / total),
  };
}
