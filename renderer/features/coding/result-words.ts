import type { Agreement, CodedShare, CoderResult, CodingResult } from '../../../shared/contract/coding.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';

type Halves = CodingResult['drawn'];
export type Half = keyof Halves;

export const HALF_TITLES: Readonly<Record<Half, string>> = {
  operator: 'Accounts of the operator',
  cohort: 'Accounts beside it',
};

/** `10 of the 24 accounts of the operator`. */
export function halfWords(half: Half, drawn: Halves, frame: Halves): string {
  const whose = half === 'operator' ? 'of the operator' : 'beside it in its cohorts';
  return `${formatCount(drawn[half])} of the ${formatUnits(frame[half], 'account')} ${whose}`;
}

/** Why a sample is smaller than asked for; null where it is not. */
export function fewerWords(drawn: Halves, asked: number): string | null {
  const all = drawn.operator + drawn.cohort;
  if (all >= asked) return null;
  return `You asked for ${formatCount(asked)}. Of a half that has fewer accounts than that takes, all were drawn.`;
}

/** `70.0 %, 7 of 10 decided`; without any decided it says so. */
export function shareWords({ together, apart, share }: CodedShare): string {
  const decided = together + apart;
  if (share === null) return 'none decided';
  return `${formatShare(together, decided)}, ${formatCount(together)} of ${formatCount(decided)} decided`;
}

/** A share of 0 to 1 in whole per cent: the sample is too small for more. */
export const percent = (share: number) => `${Math.round(share * 100)} %`;

export function intervalWords(interval: readonly [number, number] | null): string {
  return interval === null ? 'none' : `${percent(interval[0])} to ${percent(interval[1])}`;
}

/** Two digits, with a minus sign of full width. */
export const formatKappa = (kappa: number) => kappa.toFixed(2).replace('-', '−');

/** What an agreement beyond chance is, or why there is none to state, in a sentence. */
export function kappaWords({ decided, kappa, interval, standardError, table }: Agreement): string {
  if (decided === 0) return 'No account was decided by both, so there is nothing to agree on.';
  if (kappa === null)
    return `Both say ${table[0][0] > 0 ? 'together' : 'apart'} of every account. Where only one answer is ever given, chance would agree as often, and kappa is not defined.`;
  const value = `Cohen’s kappa ${formatKappa(kappa)}`;
  if (interval !== null)
    return `${value}, standard error ${formatKappa(standardError!)}, 95 % interval ${formatKappa(interval[0])} to ${formatKappa(interval[1])}.`;
  return `${value}. Its standard error comes out as 0 and tells nothing with so few accounts: no interval is given.`;
}

/** Accounts in no table since somebody could not tell; null for none. */
export function leftOutWords({ leftOut }: Agreement): string | null {
  if (leftOut === 0) return null;
  return `${formatUnits(leftOut, 'account')} left out, since it could not be told.`;
}

/** How blind a coder was; null where all of it was. */
export function notBlindWords({ drew, afterResult }: CoderResult): string | null {
  const parts = [
    drew && 'drew the sample, so knew the operator',
    afterResult > 0 && `gave or changed ${formatUnits(afterResult, 'code')} when the result could be seen`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join('; ');
}

/** What the figures do not say, in plain sentences. */
export function caveats({ coders, drawn, frame }: CodingResult): readonly string[] {
  const widest = coders
    .flatMap(({ operator }) => (operator.interval ? [operator] : []))
    .sort((a, b) => width(b) - width(a))[0];
  const whole = (['operator', 'cohort'] as const).filter((half) => drawn[half] * 2 > frame[half]);
  return [
    'Half of the sample is of the operator because it was drawn so. Agreement and kappa are of this half-and-half sample: in the case, where most accounts are in no operator, they would be others.',
    widest &&
      `The sample is small. ${percent(widest.share!)} of ${formatUnits(widest.together + widest.apart, 'decided account')} is compatible with any share from ${intervalWords(widest.interval)}.`,
    whole.length > 0 &&
      `More than half of the ${whole.map((half) => (half === 'operator' ? 'operator’s accounts' : 'accounts beside it')).join(' and of the ')} was drawn. The intervals take what they were drawn from for unlimited, so here they are wider than need be.`,
    'An account beside the operator that is coded together may be a false alarm of the coder, or one that the analysis missed. The figures cannot tell which.',
    'Agreement is not truth. Coders and analysis look at the same data and can be wrong alike.',
    'The operator is the one of the analysis when the sample was drawn. A later analysis may see it otherwise.',
  ].filter((sentence) => typeof sentence === 'string');
}

const width = ({ interval }: CodedShare) => (interval ? interval[1] - interval[0] : 0);
