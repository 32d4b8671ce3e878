import type { LanesOf } from '../../../shared/contract/lanes.ts';
import { setRange } from '../../store/filter.ts';
import { currentFilter, type Range } from '../../store/view-history.ts';
import { goToFiltered, useViews } from '../../store/views.ts';

/** Shows the accounts of an operator, or a selection of accounts, as lanes; with a range as the time of the filter where one is given. */
export function openLanesOf(of: LanesOf, range: Range | null = null): void {
  const filter = currentFilter(useViews.getState().trail);
  goToFiltered({ name: 'lanes', of }, range ? setRange(filter, range) : filter);
}
