/** How often a kind of honest use is taken for what it is not, on the synthetic benchmark. */
export interface BenchmarkRate {
  readonly family: string;
  /** Scored 'likely' or above at the default prior of 1 %, in words as measured. */
  readonly likely: string;
  /** A finding of extraction 'likely' or above, in words as measured; null where the source states none. */
  readonly extraction: string | null;
}

/** The run that the figures come from: README, section 'Detection'. Change both together. */
export const BENCHMARK = {
  source: 'README of the program, section “Detection”',
  command: 'npm run bench -- detection --seeds 11,12,13 --dials 0,1,2',
  data: 'synthetic data sets of 3,000 accounts and 600,000 requests, about 3.5 % of the accounts in campaigns; seeds 11, 12 and 13 held out from fitting; dials 0, 1 and 2 of evasion',
  precision: [
    { dial: 0, averagePrecision: '0.92 (0.82 to 1.00)', recall: '0.90', brier: '0.005' },
    { dial: 1, averagePrecision: '0.91 (0.79 to 1.00)', recall: '0.89', brier: '0.008' },
    { dial: 2, averagePrecision: '0.66 (0.59 to 0.76)', recall: '0.67', brier: '0.023' },
  ],
} as const;

export const BENCHMARK_RATES: readonly BenchmarkRate[] = [
  {
    family: 'Code-review agents',
    likely: '1.2 % (5 of 432; interval 0.5 to 2.7 %) at every dial: the worst family',
    extraction: null,
  },
  { family: 'Batch jobs over documents', likely: '1.1 % at dial 0', extraction: null },
  { family: 'Products that have a model judge', likely: '1.1 % at dial 2', extraction: null },
  { family: 'Seats of an enterprise', likely: 'none', extraction: 'none' },
  { family: 'Resellers', likely: 'none', extraction: 'none' },
  {
    family: 'Training material made under contract',
    likely: 'none',
    extraction: '5.6 % at dial 0, none at dials 1 and 2',
  },
  {
    family: 'Consumer applications',
    likely: 'most families none; not stated for this one',
    extraction: 'up to 8.9 %, as part of operators whose access is unlikely to be illegitimate',
  },
];

/** Where it is known to fail, from the same section. */
export const BENCHMARK_LIMITS: readonly string[] = [
  'About a third of the accounts of campaigns that hide as dial 2 does are missed.',
  'On data of another generator that reads the field in its own way: average precision 0.70 with all columns, 0.82 without network columns, 0.49 without prompt texts, 0.39 without account records.',
  'There, bots that one small team pays by one card, and security researchers who share relays and prompts, were called likely as well.',
  'In small data sets (300 accounts, 3 to 5 of them in campaigns) average precision was 0.1 to 1.0.',
];
