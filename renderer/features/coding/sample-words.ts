import type { SampleRow } from '../../../shared/contract/coding.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** Why a person may not see the result of a sample yet, and what lets them. */
export function whyNoResult({ drew, coded, total }: Pick<SampleRow, 'drew' | 'coded' | 'total'>): string {
  if (drew && coded === 0)
    return 'You drew this sample. You may see what others found once one of them has coded all of it.';
  if (drew)
    return `You drew this sample and coded ${formatCount(coded)} of its ${formatUnits(total, 'account')}. You may see the result once you have coded all of them, or after you took your codes back and somebody else has coded all.`;
  return `Whoever codes must not know which accounts the analysis put together. You may see the result once you have coded all ${formatUnits(total, 'account')}; ${formatCount(coded)} of ${formatCount(total)} are coded.`;
}

/** `7 of 20 coded`. */
export function codedWords(coded: number, total: number): string {
  return `${formatCount(coded)} of ${formatCount(total)} coded`;
}
