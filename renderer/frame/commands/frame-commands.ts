import { type Panel, THEMES, type Theme } from '../../../shared/bridge.ts';
import { openPicked, verifyPicked } from '../../features/start/ways-in.ts';
import { useAnalysisRun } from '../../store/analysis-run.ts';
import { redoLast, undoLast } from '../../store/annotations.ts';
import { openDialog } from '../../store/dialogs.ts';
import { pickLogs } from '../../store/imports.ts';
import { setDensity, togglePanel, useLayout } from '../../store/layout.ts';
import { checkCustody, leaveCase, useSession } from '../../store/session.ts';
import { canStep, currentView } from '../../store/view-history.ts';
import { goBack, goForward, goTo, useViews } from '../../store/views.ts';
import { setTheme, useTheme } from '../../ui/theme.ts';
import { RAIL_VIEWS } from '../rail-views.ts';
import type { Command } from './command.ts';

const isOpen = () => useSession.getState().case !== null;
const isClosed = () => !isOpen();
/** A review covers the frame: its digits and letters go to findings and steps. */
const isFramed = () => isOpen() && currentView(useViews.getState().trail).name !== 'review';
const isWritable = () => useSession.getState().case?.readOnly === null;
const canGo = (by: -1 | 1) => isOpen() && canStep(useViews.getState().trail, by);

const THEME_TITLES: Readonly<Record<Theme, string>> = {
  system: 'Theme as the system',
  light: 'Light theme',
  dark: 'Dark theme',
};

function panelCommand(panel: Panel, title: string, key: string): Command {
  const act = () => togglePanel(panel);
  return { id: `view.${panel}`, title, group: 'View', keys: [key], when: isFramed, act };
}

/** What can be asked for anywhere in the window. */
export const FRAME_COMMANDS: readonly Command[] = [
  {
    id: 'case.new',
    title: 'New case…',
    group: 'Case',
    when: isClosed,
    act: () => openDialog({ name: 'new-case', logs: [] }),
  },
  { id: 'case.open', title: 'Open case…', group: 'Case', when: isClosed, act: openPicked },
  { id: 'case.import', title: 'Import logs…', group: 'Case', when: isWritable, act: pickLogs },
  {
    id: 'case.analyse',
    title: 'Analyse…',
    group: 'Case',
    when: () => isWritable() && !useAnalysisRun.getState().running,
    act: () => openDialog({ name: 'analyse' }),
  },
  {
    id: 'case.export',
    title: 'Export a bundle…',
    group: 'Case',
    when: isOpen,
    act: () => openDialog({ name: 'export' }),
  },
  { id: 'case.verify', title: 'Verify a bundle…', group: 'Case', act: verifyPicked },
  { id: 'case.custody', title: 'Verify the custody log', group: 'Case', when: isOpen, act: checkCustody },
  { id: 'case.close', title: 'Close case', group: 'Case', when: isOpen, act: leaveCase },
  {
    id: 'edit.undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Ctrl+Z'],
    when: () => useSession.getState().history.undo !== null,
    act: undoLast,
  },
  {
    id: 'edit.redo',
    title: 'Redo',
    group: 'Edit',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    when: () => useSession.getState().history.redo !== null,
    act: redoLast,
  },
  {
    id: 'go.back',
    title: 'Back to the view before',
    group: 'Go',
    keys: ['Alt+ArrowLeft'],
    when: () => canGo(-1),
    act: goBack,
  },
  {
    id: 'go.forward',
    title: 'Forward again',
    group: 'Go',
    keys: ['Alt+ArrowRight'],
    when: () => canGo(1),
    act: goForward,
  },
  ...RAIL_VIEWS.map(
    ({ name, title }, at): Command => ({
      id: `go.${name}`,
      title: `Go to ${title.toLowerCase()}`,
      group: 'Go',
      keys: at < 9 ? [String(at + 1)] : [],
      when: isFramed,
      act: () => goTo({ name }),
    }),
  ),
  panelCommand('rail', 'List of views', 'V'),
  panelCommand('detail', 'Detail panel', 'I'),
  panelCommand('drawer', 'Requests behind the selection', 'R'),
  ...THEMES.map(
    (theme): Command => ({
      id: `view.theme-${theme}`,
      title: THEME_TITLES[theme],
      group: 'View',
      chosen: () => useTheme.getState().choice === theme,
      act: () => setTheme(theme),
    }),
  ),
  {
    id: 'view.comfortable',
    title: 'Comfortable rows',
    group: 'View',
    chosen: () => useLayout.getState().density === 'comfortable',
    act: () => setDensity('comfortable'),
  },
  {
    id: 'view.compact',
    title: 'Compact rows',
    group: 'View',
    chosen: () => useLayout.getState().density === 'compact',
    act: () => setDensity('compact'),
  },
  {
    id: 'help.palette',
    title: 'Find or do anything',
    group: 'Help',
    keys: ['Ctrl+K', 'Ctrl+Shift+P'],
    act: () => openDialog({ name: 'palette' }),
  },
  {
    id: 'help.keys',
    title: 'List of keys',
    group: 'Help',
    keys: ['?'],
    act: () => openDialog({ name: 'keys' }),
  },
];
