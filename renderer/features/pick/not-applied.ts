import { type Filter, REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import { chipText, rangeWords } from '../filter/words.ts';

/** Which conditions of a filter: those on requests, those on accounts, its time. */
export type ConditionKind = 'requests' | 'accounts' | 'time';

/** The conditions of some kinds in words; empty where the filter has none of them. */
export function conditionWords(
  filter: Filter | undefined,
  kinds: readonly ConditionKind[],
  zone: string,
): string {
  if (!filter) return '';
  const chips = filter.chips.filter(({ field }) =>
    kinds.includes((REQUEST_FIELDS as readonly string[]).includes(field) ? 'requests' : 'accounts'),
  );
  const time = filter.range && kinds.includes('time') ? [rangeWords(filter.range, zone)] : [];
  return [...time, ...chips.map(chipText)].join(', ');
}

/** `Not applied to single requests: model is kestrel-2.`; empty where nothing is left unapplied. */
export function notApplied(
  what: string,
  filter: Filter | undefined,
  kinds: readonly ConditionKind[],
  zone: string,
): string {
  const words = conditionWords(filter, kinds, zone);
  return words === '' ? '' : `Not applied to ${what}: ${words}.`;
}
