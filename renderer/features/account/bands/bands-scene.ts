import type { Band, Bands, Sessions } from '../../../../shared/contract/bands.ts';
import type { Chip } from '../../../../shared/contract/filters.ts';
import { shownText } from '../../../../shared/shown-text.ts';
import type { TimeRange } from '../../../draw/time-scale.ts';
import type { ZoneSpans } from '../../../draw/zone-spans.ts';
import { formatCount } from '../../../ui/format.ts';
import { BAND_WORDS, type BandField } from './band-field.ts';
import { type Edges, stepsIn } from './steps.ts';

/** Everything the chart shows, apart from which part of it is in view. */
export interface BandsScene {
  readonly field: BandField;
  readonly bands: Bands;
  readonly edges: Edges;
  /** Null where the data has none, or while they are read. */
  readonly sessions: SessionsScene | null;
  readonly spans: ZoneSpans;
  /** Conditions of the window's filter on the field itself: they leave bands out by tone only. */
  readonly ownChips: readonly Chip[];
  /** All bands together stand above them as bars, for want of a timeline above the chart. */
  readonly hasSum?: boolean;
  /** What is to be known of the numbers beside the chart, in sentences. */
  readonly remarks?: readonly string[];
}

export interface SessionsScene {
  readonly sessions: Sessions;
  readonly edges: Edges;
  /** As `sessionLanes`. */
  readonly lanes: Uint8Array | null;
}

/** Rows of the chart; that of sessions comes last. */
export function rowCount({ bands, sessions }: BandsScene): number {
  return bands.bands.length + (sessions ? 1 : 0);
}

/** What stands beside a band. */
export function bandTitle({ kind, value, values }: Band, field: BandField): string {
  const { one, many } = BAND_WORDS[field];
  switch (kind) {
    case 'value':
      return shownText(value ?? '', { max: 60 });
    case 'others':
      return values === 1 ? `one other ${one}` : `${formatCount(values)} other ${many}`;
    case 'unkept':
      return `${one} not kept`;
    case 'unseen':
      return 'not analysed';
    case 'none':
      return field === 'template' ? `no ${one}` : `no ${one} stated`;
  }
}

/**
 * The condition that takes the requests of a band: of the others it is none of those named. Templates and accounts are
 * conditions on accounts, which take all requests of them: there is none but for a named one.
 */
export function bandChip({ bands, field }: BandsScene, row: number, opposite: boolean): Chip | null {
  const { kind, value } = bands.bands[row];
  if (field === 'template' || field === 'account')
    return kind === 'value' ? { field, values: [value], negate: opposite } : null;
  if (kind !== 'others') return { field, values: [value], negate: opposite };
  const named = bands.bands.filter((band) => band.kind === 'value').map((band) => band.value);
  return { field, values: [...named, null], negate: !opposite };
}

/** Whether the filter's own conditions on the field leave the band's requests out. */
export function isLeftOut({ kind, value }: Band, ownChips: readonly Chip[]): boolean {
  // Of the others some may be in and some out.
  return kind !== 'others' && ownChips.some(({ values, negate }) => values.includes(value) === negate);
}

/** Of all bands together. */
export function sumAt(scene: BandsScene, step: number): number {
  let sum = 0;
  for (let row = 0; row < scene.bands.bands.length; row++) sum += countAt(scene, row, step);
  return sum;
}

export function countAt({ bands, edges }: BandsScene, row: number, step: number): number {
  return bands.counts[row * (edges.length - 1) + step];
}

/** What the steps that touch a range hold. */
export interface InView {
  readonly first: number;
  readonly last: number;
  /** Requests of each band, and of all. */
  readonly ofBand: Float64Array;
  readonly requests: number;
  /** The largest cell; 0 without requests. */
  readonly most: number;
}

export function inView(scene: BandsScene, range: TimeRange): InView {
  const [first, last] = stepsIn(scene.edges, range);
  const ofBand = new Float64Array(scene.bands.bands.length);
  let most = 0;
  for (let row = 0; row < ofBand.length; row++) {
    for (let step = first; step < last; step++) {
      const count = countAt(scene, row, step);
      ofBand[row] += count;
      if (count > most) most = count;
    }
  }
  return { first, last, ofBand, requests: ofBand.reduce((sum, n) => sum + n, 0), most };
}

/** Sessions under way at any time of the steps that touch a range, and the most in one step. */
export function sessionsInView({ sessions: { underWay, begun }, edges }: SessionsScene, range: TimeRange) {
  const [first, last] = stepsIn(edges, range);
  let count = first < last ? underWay[first] : 0;
  let most = count;
  for (let step = first + 1; step < last; step++) {
    count += begun[step];
    most = Math.max(most, underWay[step]);
  }
  return { first, last, count, most };
}
