import type { SignalId } from '../../../../shared/contract/analysis.ts';

/**
 * What a customer can be told was measured of an account by itself, in everyday words. Signals of what ties accounts
 * to others are left out: they are about others too.
 */
export const PLAIN_MEASURES: Partial<Readonly<Record<SignalId, string>>> = {
  S1: 'Share of requests in the same wording',
  S3: 'How far the tasks differ from those of similar accounts',
  S6: 'How many different topics are asked',
  S7: 'How often a question is asked only once',
  S8: 'How even the rhythm of requests is',
  S9: 'How much of the plan is used, and how soon',
};
