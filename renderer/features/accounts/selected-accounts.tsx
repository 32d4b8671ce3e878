import { MOST_LANES } from '../../../shared/contract/lanes.ts';
import { MOST_GROUPED } from '../../../shared/records/group.ts';
import { useAccountFilter } from '../../store/accounts.ts';
import { isAsking, MOST_VALUES } from '../../store/filter.ts';
import { hiddenOf, NOTHING_SELECTED, useSelection } from '../../store/selection.ts';
import { useFilter } from '../../store/views.ts';
import { formatCount } from '../../ui/format.ts';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import { filterToSelected, lanesOfSelected, tagSelected, tellIdentityOfSelected } from './selection-acts.ts';

/** How many accounts are selected, how many of them are out of sight, and what can be done with all of them. */
export function SelectedAccounts({ order }: { order: Uint32Array }) {
  const selection = useSelection();
  const filtered = isAsking(useFilter());
  const searched = useAccountFilter(({ search }) => search.trim() !== '');
  const by = [filtered && 'filter', searched && 'search'].filter(Boolean).join(' and the ');
  const ids = [...selection.ids];
  if (ids.length === 0) return null;
  const hidden = hiddenOf(selection, order);
  return (
    <SelectionBar
      label="Selected accounts"
      accounts={ids}
      onTag={tagSelected}
      acts={[
        {
          label: 'Filter to these',
          count: ids.length,
          most: MOST_VALUES,
          act: () => filterToSelected(ids),
        },
        { label: 'Lanes of these', count: ids.length, most: MOST_LANES, act: () => lanesOfSelected(ids) },
        {
          label: 'Same customer…',
          count: ids.length,
          least: 2,
          most: MOST_GROUPED,
          writes: true,
          act: () => tellIdentityOfSelected(ids),
        },
      ]}
      onNone={() => useSelection.setState(NOTHING_SELECTED)}
    >
      {formatCount(ids.length)} selected
      {hidden > 0 && `, ${formatCount(hidden)} hidden by the ${by}`}
    </SelectionBar>
  );
}
