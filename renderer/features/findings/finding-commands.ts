import { formatReference } from '../../../shared/reference.ts';
import type { Command } from '../../frame/commands/command.ts';
import { openDialog } from '../../store/dialogs.ts';
import { checkAllExhibits, useExhibitChecks } from '../../store/exhibit-checks.ts';
import { askedFilter, isAsking } from '../../store/filter.ts';
import { newFinding } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { currentFilter, currentView } from '../../store/view-history.ts';
import { goTo, useViews } from '../../store/views.ts';
import { referenceOf } from './seen-before.ts';

const isOpen = () => useSession.getState().case !== null;
const isWritable = () => useSession.getState().case?.readOnly === null;
const filterNow = () => currentFilter(useViews.getState().trail);

/** A finding about what is shown now, where that can be named. */
function findingHere() {
  const reference = referenceOf(currentView(useViews.getState().trail));
  return newFinding(reference ? [formatReference(reference)] : []);
}

export const FINDING_COMMANDS: readonly Command[] = [
  {
    id: 'finding.new',
    title: 'New finding',
    group: 'Case',
    keys: ['Shift+N'],
    when: isWritable,
    act: findingHere,
  },
  {
    id: 'finding.check',
    title: 'Check all exhibits',
    group: 'Case',
    when: () => isOpen() && !useExhibitChecks.getState().running,
    act: () => {
      goTo({ name: 'findings' });
      return checkAllExhibits();
    },
  },
  {
    id: 'finding.pin-filter',
    title: 'Pin the counts under the filter to a finding…',
    group: 'Edit',
    when: () => isWritable() && isAsking(filterNow()),
    act: () =>
      openDialog({
        name: 'pin',
        pin: {
          title: 'Counts under the filter',
          question: {
            query: 'filter',
            args: { filter: askedFilter(filterNow()), facets: ['model', 'topic'] },
          },
          picture: null,
        },
      }),
  },
];
