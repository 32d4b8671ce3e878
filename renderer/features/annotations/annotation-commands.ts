import type { Command } from '../../frame/commands/command.ts';
import { accountRow } from '../../store/account-rows.ts';
import { useAccountFilter } from '../../store/accounts.ts';
import { useAnalysisRun } from '../../store/analysis-run.ts';
import { toggleStar } from '../../store/annotations.ts';
import { examinedReference } from '../../store/examined.ts';
import { pickCopy } from '../../store/merge.ts';
import { useSession } from '../../store/session.ts';
import { currentView } from '../../store/view-history.ts';
import { goTo, useViews } from '../../store/views.ts';

function examined(): string | null {
  const { cursor, templateCursor } = useAnalysisRun.getState();
  const { cursorId } = useAccountFilter.getState();
  const account = cursorId === null ? null : (accountRow(cursorId)?.account ?? null);
  return examinedReference(currentView(useViews.getState().trail), {
    account,
    operator: cursor,
    template: templateCursor,
  });
}

const isWritable = () => useSession.getState().case?.readOnly === null;

/** What can be asked for of what people write. */
export const ANNOTATION_COMMANDS: readonly Command[] = [
  {
    id: 'edit.star',
    title: 'Star what is shown, or take its star away',
    group: 'Edit',
    keys: ['S'],
    when: () => isWritable() && examined() !== null,
    act: () => {
      const reference = examined();
      return reference === null ? undefined : toggleStar(reference);
    },
  },
  {
    id: 'edit.history',
    title: 'History of all acts',
    group: 'Edit',
    keys: ['Ctrl+H'],
    when: () => useSession.getState().case !== null,
    act: () => goTo({ name: 'history' }),
  },
  { id: 'case.merge', title: 'Merge another copy…', group: 'Case', when: isWritable, act: pickCopy },
  {
    id: 'case.conflicts',
    title: 'Conflicts of merged copies',
    group: 'Case',
    when: () => useSession.getState().case !== null,
    act: () => goTo({ name: 'conflicts' }),
  },
];
