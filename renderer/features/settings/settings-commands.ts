import type { Command } from '../../frame/commands/command.ts';
import { openDialog } from '../../store/dialogs.ts';
import { useJobs } from '../../store/jobs.ts';
import { backUp } from '../../store/keeping.ts';
import { lockNow } from '../../store/lock.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';

const isOpen = () => useSession.getState().case !== null;
const isFree = () => useSession.getState().case?.readOnly === null && useJobs.getState().jobs.length === 0;
const isEncrypted = () => useSession.getState().case?.encrypted === true;

/** Locking and keeping the case. */
export const SETTINGS_COMMANDS: readonly Command[] = [
  {
    id: 'case.lock',
    title: 'Lock now',
    group: 'Case',
    keys: ['Ctrl+L'],
    anywhere: true,
    when: isOpen,
    act: lockNow,
  },
  {
    id: 'case.backup',
    title: 'Back up the case…',
    group: 'Case',
    when: isOpen,
    act: () => {
      goTo({ name: 'settings' });
      return backUp();
    },
  },
  {
    id: 'case.compact',
    title: 'Compact the case file…',
    group: 'Case',
    when: isFree,
    act: () => openDialog({ name: 'compact' }),
  },
  {
    id: 'case.passphrase',
    title: 'Change the passphrase…',
    group: 'Case',
    when: () => isFree() && isEncrypted(),
    act: () => openDialog({ name: 'passphrase', change: 'change' }),
  },
  {
    id: 'case.encrypt',
    title: 'Encrypt with a passphrase…',
    group: 'Case',
    when: () => isFree() && !isEncrypted(),
    act: () => openDialog({ name: 'passphrase', change: 'add' }),
  },
];
