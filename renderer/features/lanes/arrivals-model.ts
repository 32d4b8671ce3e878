import {
  ARRIVAL_BINS,
  ARRIVAL_FIRST_US,
  ARRIVAL_STEPS_A_DECADE,
  type ArrivalGaps,
} from '../../../shared/contract/lanes.ts';
import { formatShare, formatUnits } from '../../ui/format.ts';
import type { TableRows } from '../timeline/table-rows.ts';
import { count, durationTitle } from '../timeline/words.ts';

/** Least gap of a bin, us. */
export function binFromUs(bin: number): number {
  return ARRIVAL_FIRST_US * 10 ** (bin / ARRIVAL_STEPS_A_DECADE);
}

/** Bins [first, last) that either side has gaps in, outwards to whole decades; null where neither has any. */
export function binSpan(sides: readonly ArrivalGaps[]): readonly [number, number] | null {
  let first = ARRIVAL_BINS;
  let last = -1;
  for (const { gaps } of sides) {
    gaps.forEach((n, bin) => {
      if (n === 0) return;
      first = Math.min(first, bin);
      last = Math.max(last, bin);
    });
  }
  if (last < 0) return null;
  const decade = ARRIVAL_STEPS_A_DECADE;
  return [
    Math.floor(first / decade) * decade,
    Math.min(ARRIVAL_BINS, (Math.floor(last / decade) + 1) * decade),
  ];
}

export interface ArrivalTick {
  readonly us: number;
  readonly label: string;
}

const SECOND_US = 1_000_000;
const TICKS: readonly ArrivalTick[] = [
  { us: 1000, label: '1 ms' },
  { us: 10_000, label: '10 ms' },
  { us: 100_000, label: '0.1 s' },
  { us: SECOND_US, label: '1 s' },
  { us: 10 * SECOND_US, label: '10 s' },
  { us: 60 * SECOND_US, label: '1 min' },
  { us: 600 * SECOND_US, label: '10 min' },
  { us: 3600 * SECOND_US, label: '1 h' },
  { us: 6 * 3600 * SECOND_US, label: '6 h' },
  { us: 86_400 * SECOND_US, label: '1 day' },
  { us: 7 * 86_400 * SECOND_US, label: '1 week' },
];

/** Times people know, inside the bins shown. */
export function arrivalTicks([first, last]: readonly [number, number]): readonly ArrivalTick[] {
  const edge = 1e-6;
  return TICKS.filter(({ us }) => us >= binFromUs(first) * (1 - edge) && us <= binFromUs(last) * (1 + edge));
}

/** The bin in which half of the gaps are as short or shorter, as its limits; null without gaps. */
export function medianBin({ gaps, total }: ArrivalGaps): number | null {
  let sum = 0;
  for (let bin = 0; bin < gaps.length; bin++) {
    sum += gaps[bin];
    if (total > 0 && sum >= total / 2) return bin;
  }
  return null;
}

/** `5,312 gaps of 26 accounts`, and how many accounts were not read. */
export function gapsWords({ total, accounts, looked, ofAccounts }: ArrivalGaps): string {
  const read = looked < ofAccounts ? `, ${count(looked)} of ${count(ofAccounts)} looked at` : '';
  return `${formatUnits(total, 'gap')} of ${formatUnits(accounts, 'account')}${read}`;
}

/** The numbers of the plot, a row a bin that either side has gaps in. */
export function arrivalRows(subject: ArrivalGaps, others: ArrivalGaps): TableRows {
  const bins = [...subject.gaps.keys()].filter((bin) => subject.gaps[bin] > 0 || others.gaps[bin] > 0);
  const title = (us: number) => durationTitle(us);
  return {
    caption: 'Times between successive requests of an account',
    columns: [
      { title: 'From', numeric: false },
      { title: 'To', numeric: false },
      { title: 'Gaps', numeric: true },
      { title: 'Mean share', numeric: true },
      { title: 'Gaps of others', numeric: true },
      { title: 'Mean share of others', numeric: true },
    ],
    length: bins.length,
    cells: (row) => {
      const bin = bins[row];
      return [
        bin === 0 ? '0' : title(binFromUs(bin)),
        bin === ARRIVAL_BINS - 1 ? 'longer' : title(binFromUs(bin + 1)),
        count(subject.gaps[bin]),
        formatShare(subject.share[bin], 1),
        count(others.gaps[bin]),
        formatShare(others.share[bin], 1),
      ];
    },
    request: () => null,
  };
}
