import type { TopicPartition } from '../../../shared/contract/coverage.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { formatMean, percent, pWords } from './coverage-words.ts';

/** The findings of the partition in sentences, each beside its chance. */
export function partitionWords(partition: TopicPartition): string[] {
  const { alone, shared, holders, ofTopics, members, draws } = partition;
  return [
    `Of ${formatUnits(ofTopics, 'topic')} ${alone.observed === 0 ? 'none' : formatCount(alone.observed)} ${alone.observed <= 1 ? 'is' : 'are'} asked by one account alone; by chance ${formatMean(alone.expected)} (${formatMean(alone.low)} to ${formatMean(alone.high)}; ${pWords(alone.p, draws)}).`,
    `Two of the ${formatUnits(members.length, 'account')} share ${formatMean(shared.observed)} topics on average; by chance ${formatMean(shared.expected)} (${formatMean(shared.low)} to ${formatMean(shared.high)}; ${pWords(shared.p, draws)}).`,
    `A topic is asked by ${formatMean(holders.observed)} of them on average, ${percent(holders.observed / holders.expected)} of the ${formatMean(holders.expected)} that chance gives.`,
    groupWords(partition),
  ];
}

/** Both measures, whichever stands out. */
function groupWords({ groups, members, alone, ofTopics }: TopicPartition): string {
  if (!groups)
    return members.length > 300
      ? 'Groups of more than 300 accounts are not compared with ordinary ones.'
      : 'The cohorts hold too few other accounts to draw ordinary groups of this size from.';
  return `Ordinary groups, ${formatCount(groups.draws)} drawn at random of as many accounts of the same cohorts: a topic is asked by ${percent(groups.holders.low)} to ${percent(groups.holders.high)} of what chance gives in the middle 90 %, as low as here in ${formatCount(groups.holders.asSplit)}; one account alone asks ${percent(groups.alone.low)} to ${percent(groups.alone.high)} of the topics, here ${percent(alone.observed / ofTopics)}, as far above their own chance in ${formatCount(groups.alone.asSplit)}.`;
}

export const PARTITION_NOTE =
  'By chance: the same requests dealt to the same accounts at random, each account keeping its volume and each topic its requests; the middle 90 % of the deals in brackets. Requests of one session share a topic and people have subjects of their own, so standing apart from chance is ordinary: the groups of ordinary accounts are the fairer measure. Topics asked by one account count however few their requests, so one broad account among narrow ones raises them; the mean is less moved by it. Where the two disagree, neither should be taken alone. One organisation that splits work over its keys looks the same as a campaign.';
