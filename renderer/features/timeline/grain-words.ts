import type { GrainShare } from '../../../shared/contract/timeline.ts';
import { formatUnits } from '../../ui/format.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length of time in its largest whole unit: '1 day', '90 minutes'. */
export function lengthInWords(seconds: number): string {
  const [name, size] = UNITS.find(([, unit]) => seconds % unit === 0) ?? UNITS[3];
  return formatUnits(seconds / size, name);
}

/** What is to be known of counts that do not come from single requests, a sentence each. */
export function grainSentences(shares: readonly GrainShare[]): readonly string[] {
  return shares.flatMap(({ grain, sources, leastBucketSeconds: least, mostBucketSeconds: most }) => {
    const of = formatUnits(sources, 'source');
    if (grain === 'request') return [];
    if (grain === 'conversation')
      return [
        `Counts of ${of} come from conversations, each at one time; single requests are not told apart.`,
      ];
    if (least === null || most === null)
      return [
        `Rows of ${of} stand for acts that are no requests: they count as none and are on no timeline.`,
      ];
    const length =
      least === most ? lengthInWords(least) : `${lengthInWords(least)} to ${lengthInWords(most)}`;
    return [
      `Counts of ${of} come from time buckets of ${length}, spread evenly; they hold no single requests.`,
    ];
  });
}
