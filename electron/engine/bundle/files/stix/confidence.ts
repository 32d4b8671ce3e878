import type { Confidence, Likelihood } from '../../../../../shared/contract/analysis.ts';

/** STIX 2.1, appendix A, "None / Low / Med / High". */
export const OF_CONFIDENCE: Readonly<Record<Confidence, number>> = { low: 15, moderate: 50, high: 85 };

/** STIX 2.1, appendix A, "DNI Scale". */
export const OF_LIKELIHOOD: Readonly<Record<Likelihood, number>> = {
  'almost no chance': 5,
  'very unlikely': 15,
  unlikely: 30,
  'roughly even': 50,
  likely: 70,
  'very likely': 85,
  'almost certain': 95,
};
