import { CODES, type Code } from '../../../shared/contract/coding.ts';
import type { Command } from '../../frame/commands/command.ts';
import { giveCode, showAccount, useCoding } from '../../store/coding.ts';
import { openDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { currentView } from '../../store/view-history.ts';
import { useViews } from '../../store/views.ts';
import { uncodedFrom } from './sheet-model.ts';

const isWritable = () => useSession.getState().case?.readOnly === null;

const isAtSheet = () =>
  currentView(useViews.getState().trail).name === 'coding-sheet' && useCoding.getState().account !== null;

/** Signs that no chart on the sheet takes for itself. */
const CODE_KEYS: Readonly<Record<Code, string>> = { together: 'T', apart: 'P', 'cannot tell': 'C' };

export const codeCommand = (code: Code) => `coding.${code.replace(' ', '-')}`;

function stepTo(by: 1 | -1): Command['act'] {
  return () => {
    const { accounts, account } = useCoding.getState();
    const next = account === null ? null : uncodedFrom(accounts, account, by);
    if (next !== null) showAccount(next);
  };
}

const canStep = (by: 1 | -1) => () => {
  const { accounts, account } = useCoding.getState();
  return isAtSheet() && account !== null && uncodedFrom(accounts, account, by) !== null;
};

export const CODING_COMMANDS: readonly Command[] = [
  {
    id: 'coding.draw',
    title: 'Draw a sample for second coding…',
    group: 'Case',
    when: isWritable,
    act: () => openDialog({ name: 'draw-sample', operator: null }),
  },
  ...CODES.map(
    (code): Command => ({
      id: codeCommand(code),
      title: `Code the account shown: ${code}`,
      group: 'Edit',
      keys: [CODE_KEYS[code]],
      when: () => isWritable() && isAtSheet(),
      act: () => giveCode(code),
    }),
  ),
  {
    id: 'coding.next',
    title: 'Next account without a code',
    group: 'Go',
    keys: ['J'],
    when: canStep(1),
    act: stepTo(1),
  },
  {
    id: 'coding.previous',
    title: 'Previous account without a code',
    group: 'Go',
    keys: ['K'],
    when: canStep(-1),
    act: stepTo(-1),
  },
];
