import { formatMinute } from '../ui/format.ts';

/** As renderer/store/saving.ts counts it. */
export interface SavingCounts {
  readonly writing: number;
  readonly waiting: number;
  readonly refused: number;
  readonly failure: string | null;
  readonly savedUs: number | null;
}

/**
 * Whether all that people wrote is in the case's file, in words. What a field holds that was refused is told as long as
 * it is, also while it is tried again; else what is on its way is told before what failed.
 */
export function savedWords(saving: SavingCounts, zone: string, readOnly: boolean): string {
  const { writing, waiting, refused, failure, savedUs } = saving;
  if (readOnly) return 'read only';
  if (refused === 0 && (writing > 0 || waiting > 0)) return 'saving …';
  if (failure !== null) return `not saved: ${failure}`;
  if (refused > 0) return 'not saved';
  return savedUs === null ? 'saved' : `saved ${formatMinute(zone, savedUs).slice(11)} ${zone}`;
}
