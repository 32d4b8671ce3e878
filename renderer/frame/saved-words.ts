import { formatMinute } from '../ui/format.ts';

/** As renderer/store/saving.ts counts it. */
export interface SavingCounts {
  readonly writing: number;
  readonly waiting: number;
  readonly refused: number;
  readonly failure: string | null;
  readonly savedUs: number | null;
}

/** Whether all that people wrote is in the case's file, in words. What is on its way is told before what failed. */
export function savedWords(saving: SavingCounts, zone: string, readOnly: boolean): string {
  if (readOnly) return 'read only';
  if (saving.writing > 0 || saving.waiting > 0) return 'saving …';
  if (saving.failure !== null) return `not saved: ${saving.failure}`;
  if (saving.refused > 0) return 'not saved: a field says why';
  return saving.savedUs === null ? 'saved' : `saved ${formatMinute(zone, saving.savedUs).slice(11)} ${zone}`;
}
