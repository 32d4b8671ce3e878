import type { Command } from '../../frame/commands/command.ts';
import { openDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';

export const SHARING_COMMANDS: readonly Command[] = [
  {
    id: 'case.overlap',
    title: 'Test overlap with another organisation…',
    group: 'Case',
    when: () => useSession.getState().case !== null,
    act: () => openDialog({ name: 'overlap' }),
  },
];
