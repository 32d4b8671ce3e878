import type { FilterView } from '../../../shared/contract/filters.ts';
import type { FilterAnswer } from './answer.ts';
import type { CellIndex } from './cell-index.ts';
import { amongExamined } from './examined.ts';
import { type Failures, findFailures, MET, SEVERAL } from './failures.ts';
import { type BinRange, type Visit, visitorOf } from './visit-requests.ts';

/** Of a filter that leaves no request: the conditions without any one of which it would leave some. */
export function emptiedBy({
  data: { index },
  filter,
  range,
  accountSets,
  examined,
}: FilterAnswer): FilterView['emptied'] {
  const failures = amongExamined(
    findFailures(index, filter.chips, accountSets, (place) => place + 1),
    examined,
  );
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
  let failed = MET;
  const find: Visit = (combination, _requests, from, to) => {
    for (let i = from; i < to; i++) {
      const group = ofCombination[combination[i]];
      if (failed === MET) found[group] = 1;
      else if (group === MET) found[failed] = 1;
    }
  };
  const visit = visitorOf(index, range);
  for (let a = 0; a < index.accounts; a++) {
    failed = ofAccount[a];
    if (failed !== SEVERAL) visit(a, find);
  }
  return new Set([...found.keys()].filter((group) => group !== SEVERAL && found[group] === 1));
}
