import type { Activity } from '../../../../shared/contract/timeline.ts';
import { BIN_US } from '../../../../shared/contract/timeline.ts';
import type { Zone } from '../../../../shared/time/zone.ts';
import { counted, ofWhole, share } from './report-html.ts';
import { type MarkedRange, timelineSvg } from './timeline-svg.ts';

export interface AccountChart {
  /** What the account is called, plain text, made visible already. */
  readonly name: string;
  readonly activity: Activity;
  readonly zone: Zone;
  readonly marks: readonly MarkedRange[];
  /** First and last valid request time of the whole case, and how many requests it has. */
  readonly ofCase: {
    readonly firstUs: number | null;
    readonly lastUs: number | null;
    readonly requests: number;
  };
  /** As a file of its own; see timelineSvg. */
  readonly standalone: boolean;
}

/** The timeline of one account, its caption with the denominator; '' when it has no times. */
export function accountChart({ name, activity, zone, marks, ofCase, standalone }: AccountChart): string {
  if (activity.bin.length === 0) return '';
  const drawn = activity.requests.reduce((sum, count) => sum + count, 0);
  const failed = activity.failed.reduce((sum, count) => sum + count, 0);
  const percent = share(failed, drawn);
  return timelineSvg({
    activity,
    zone,
    marks,
    dataSet: {
      firstUs: ofCase.firstUs ?? activity.bin[0] * BIN_US,
      lastUs: ofCase.lastUs ?? ((activity.bin.at(-1) as number) + 1) * BIN_US,
    },
    // Isolated, so that a name written from right to left does not reorder the counts after it.
    caption: `\u2068${name}\u2069: ${ofWhole(drawn, ofCase.requests, 'requests')}; ${counted(failed, 'failed requests')}${percent === '' ? '' : ` (${percent} of its own)`}`,
    widthPx: 740,
    standalone,
  });
}
