import type { Confidence, Likelihood } from '../../../../shared/contract/analysis.ts';

/** Ranges that ICD-203 gives to its words, in percent. */
export const LIKELIHOOD_RANGES: Readonly<Record<Likelihood, string>> = {
  'almost no chance': '1 to 5 %',
  'very unlikely': '5 to 20 %',
  unlikely: '20 to 45 %',
  'roughly even': '45 to 55 %',
  likely: '55 to 80 %',
  'very likely': '80 to 95 %',
  'almost certain': '95 to 99 %',
};

/** The word with its range. Confidence stands elsewhere: the two are never said in one sentence. */
export function likelihoodHtml(likelihood: Likelihood | null): string {
  if (likelihood === null) return '<span class="soft">none stated</span>';
  return `<strong>${likelihood}</strong> <span class="soft t">(${LIKELIHOOD_RANGES[likelihood]})</span>`;
}

export function confidenceHtml(confidence: Confidence | null): string {
  return confidence === null ? '<span class="soft">none stated</span>' : `<strong>${confidence}</strong>`;
}
