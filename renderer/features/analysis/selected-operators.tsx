import { operatorAccounts } from '../../../shared/contract/analysis.ts';
import { MOST_LANES } from '../../../shared/contract/lanes.ts';
import { MOST_VALUES } from '../../store/filter.ts';
import { NOTHING_SELECTED, useOperatorSelection } from '../../store/selection.ts';
import { useSession } from '../../store/session.ts';
import { commitChip } from '../../store/views.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import { useCall } from '../../ui/use-call.ts';
import { lanesOfSelected, tagSelected } from '../accounts/selection-acts.ts';

/** How many operators are selected, with how many accounts, and what can be done with all of these. */
export function SelectedOperators({ order }: { order: readonly string[] }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const selection = useOperatorSelection((state) => state.ids);
  // An operator that a later analysis did not find again is selected no longer.
  const ids = order.filter((id) => selection.has(id));
  const accounts = useCall(operatorAccounts, ids.length > 0 ? { ids } : null, dataVersion, true).value;
  if (ids.length === 0) return null;
  const members = accounts && [...accounts];
  return (
    <SelectionBar
      label="Selected operators"
      accounts={members}
      onTag={tagSelected}
      acts={[
        {
          label: 'Filter to these',
          count: ids.length,
          most: MOST_VALUES,
          act: () => commitChip({ field: 'operator', values: ids, negate: false }),
        },
        {
          label: 'Lanes of these',
          count: members?.length ?? 0,
          most: MOST_LANES,
          act: () => lanesOfSelected(members ?? []),
        },
      ]}
      onNone={() => useOperatorSelection.setState(NOTHING_SELECTED)}
    >
      {formatCount(ids.length)} selected
      {members && `, with ${formatUnits(members.length, 'account')}`}
    </SelectionBar>
  );
}
