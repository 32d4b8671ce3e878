import type { Filter } from '../../../shared/contract/filters.ts';
import type { LaneInfo } from '../../../shared/contract/lanes.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { notApplied } from '../pick/not-applied.ts';

/** What of lanes counts all requests, whatever the filter says of requests. */
const UNFILTERED = 'the order by similarity and the tests of synchrony, load and succession';

/** What does not follow the conditions on requests, and which those are; empty where the filter has none. */
export function unfilteredWords(filter: Filter | undefined, zone: string): string {
  return notApplied(UNFILTERED, filter, ['requests', 'time'], zone);
}

/**
 * `1,204 of 3,400 requests of these lanes count under the filter`; empty without one.
 * @param isTimed its time is drawn, and takes part in no count.
 */
export function metWords(lanes: readonly LaneInfo[], filter: Filter | undefined, isTimed: boolean): string {
  if (!filter) return '';
  const sum = (value: (lane: LaneInfo) => number) => lanes.reduce((all, lane) => all + value(lane), 0);
  const all = sum(({ ofRequests }) => ofRequests);
  return `${formatCount(sum(({ requests }) => requests))} of ${formatUnits(all, 'request')} of these lanes count under the filter${isTimed ? ', at any time' : ''}`;
}
