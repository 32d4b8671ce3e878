import type { RecordBody } from '../../../shared/records/records.ts';

const CLAIM_LENGTH = 60;

/** A finding as the history names it. */
export function findingWords({ claim }: Pick<RecordBody<'finding'>, 'claim'>): string {
  const cut = claim.length > CLAIM_LENGTH ? `${claim.slice(0, CLAIM_LENGTH).toWellFormed()}…` : claim;
  return `the finding "${cut}"`;
}
