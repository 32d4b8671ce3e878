import type { RecordBody } from '../../../shared/records/records.ts';
import { shortened } from '../commands/shortened.ts';

const CLAIM_LENGTH = 60;

/** A finding as the history names it. */
export function findingWords({ claim }: Pick<RecordBody<'finding'>, 'claim'>): string {
  return `the finding "${shortened(claim, CLAIM_LENGTH)}"`;
}
