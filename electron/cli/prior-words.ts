import { percentWords } from '../../shared/assumptions.ts';
import type { AnalysisInfo } from '../../shared/contract/analysis.ts';
import { shown } from './table.ts';

/** At which prior scores and likelihoods of campaigns stand, and whose it is. */
export function priorWords({ prior, priorShare }: Pick<AnalysisInfo, 'prior' | 'priorShare'>): string {
  const share = `Prior: ${percentWords(prior.share)} of accounts`;
  if (prior.assumed === null) return `${share}, as analysed.`;
  return `${share}, assumed by ${shown(prior.assumed.author)}; analysed at ${percentWords(priorShare)}.`;
}
