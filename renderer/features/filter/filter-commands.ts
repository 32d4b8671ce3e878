import type { Command } from '../../frame/commands/command.ts';
import { clearFilter } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import { hasFilter } from '../../store/view-frame.ts';
import { currentFilter, currentView } from '../../store/view-history.ts';
import { changeFilter, commitProposal, dropProposal, useViews } from '../../store/views.ts';
import { toggleFilterPanel } from './panel-store.ts';

const isShown = () =>
  useSession.getState().case !== null && hasFilter(currentView(useViews.getState().trail));

/** A button that has the focus takes Enter for itself, unless it is where the proposal came from. */
const OWN_ENTER = 'a[href], button:not([data-proposes]), select, summary, [role=button]';

function isProposed(): boolean {
  return isShown() && useViews.getState().proposal !== null;
}

function hasConditions(): boolean {
  const { range, chips } = currentFilter(useViews.getState().trail);
  return range !== null || chips.length > 0;
}

export const FILTER_COMMANDS: readonly Command[] = [
  {
    id: 'filter.add',
    title: 'Add a condition to the filter…',
    group: 'View',
    keys: ['Shift+F'],
    when: isShown,
    act: () => toggleFilterPanel('adding'),
  },
  {
    id: 'filter.time',
    title: 'Type the time of the filter…',
    group: 'View',
    keys: ['Shift+T'],
    when: isShown,
    act: () => toggleFilterPanel('timing'),
  },
  {
    id: 'filter.facets',
    title: 'Values to filter by',
    group: 'View',
    keys: ['F'],
    when: isShown,
    act: () => toggleFilterPanel('facets'),
  },
  {
    id: 'filter.strip',
    title: 'Strip of time',
    group: 'View',
    when: isShown,
    act: () => toggleFilterPanel('strip'),
  },
  {
    id: 'filter.commit',
    title: 'Apply the proposed filter',
    group: 'Edit',
    keys: ['Enter'],
    when: () => isProposed() && !document.activeElement?.matches(OWN_ENTER),
    act: commitProposal,
  },
  {
    id: 'filter.drop',
    title: 'Drop the proposed filter',
    group: 'Edit',
    keys: ['Escape'],
    when: isProposed,
    act: dropProposal,
  },
  {
    id: 'filter.clear',
    title: 'Clear the filter, but for pinned conditions',
    group: 'Edit',
    when: () => isShown() && hasConditions(),
    act: () => changeFilter(clearFilter),
  },
];
