import type { FilterView } from '../../../shared/contract/filters.ts';
import type { FilterAnswer } from './answer.ts';
import type { CellIndex } from './cell-index.ts';
import type { BinRange } from './count.ts';
import { type Failures, findFailures, MET, SEVERAL } from './failures.ts';
import { OwnRequests } from './own-requests.ts';

/** Of a filter that leaves no request: the conditions without any one of which it would leave some. */
export function emptiedBy({
  data: { index },
  filter,
  range,
  accountSets,
}: FilterAnswer): FilterView['emptied'] {
  const failures = findFailures(index, filter.chips, accountSets, (place) => place + 1);
  const without = groupsInTheWay(index, failures, range);
  const chips = filter.chips.flatMap((_, place) => (without.has(place + 1) ? [place] : []));
  return range && groupsInTheWay(index, failures, null).has(MET) ? [...chips, 'range'] : chips;
}

/** Each group that is the only one some request fails, and MET where a request fails none. */
function groupsInTheWay(
  index: CellIndex,
  { ofCombination, ofAccount }: Failures,
  range: BinRange,
): Set<number> {
  const found = new Uint8Array(SEVERAL + 1);
  const own = new OwnRequests(index, range);
  for (let a = 0; a < index.accounts; a++) {
    const failed = ofAccount[a];
    if (failed === SEVERAL) continue;
    const end = own.gather(a);
    for (let i = own.from; i < end; i++) {
      const group = ofCombination[own.combination[i]];
      if (failed === MET) found[group] = 1;
      else if (group === MET) found[failed] = 1;
    }
  }
  return new Set([...found.keys()].filter((group) => group !== SEVERAL && found[group] === 1));
}
