import { beforeEach, expect, test, vi } from 'vitest';
import { registerCommands, useCommands } from '../../../../renderer/frame/commands/command.ts';
import {
  onMouseButton,
  onShortcut,
  onShortcutAnywhere,
} from '../../../../renderer/frame/commands/shortcuts.ts';
import { closeDialog, openDialog } from '../../../../renderer/store/dialogs.ts';
import { useLock } from '../../../../renderer/store/lock.ts';
import { currentView } from '../../../../renderer/store/view-history.ts';
import { goTo, resetViews, useViews } from '../../../../renderer/store/views.ts';

const act = vi.fn();
const press = (more: object = {}) => {
  const event = {
    key: 'r',
    code: 'KeyR',
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    defaultPrevented: false,
    isComposing: false,
    target: { tagName: 'BODY' },
    preventDefault: vi.fn(),
    ...more,
  };
  onShortcut(event as unknown as KeyboardEvent);
  return event.preventDefault.mock.calls.length > 0;
};
/** A key that a form or a dialog keeps from the window. */
const pressKept = (more: object) => {
  const event = { altKey: false, shiftKey: false, metaKey: false, preventDefault: vi.fn(), ...more };
  onShortcutAnywhere(event as unknown as KeyboardEvent);
  return event.preventDefault.mock.calls.length > 0;
};

beforeEach(() => {
  act.mockReset();
  closeDialog();
  resetViews();
  useCommands.setState({ all: [] });
  registerCommands([{ id: 'a.rows', title: 'Rows', group: 'View', keys: ['R', 'Ctrl+R'], act }]);
});

test('a key runs its command and goes no further; another key is left alone', () => {
  expect(press()).toBe(true);
  expect(act).toHaveBeenCalledTimes(1);
  expect(press({ key: 'x', code: 'KeyX' })).toBe(false);
  expect(act).toHaveBeenCalledTimes(1);
});

test.each([
  ['while typing', { target: { tagName: 'INPUT', type: 'text' } }],
  ['while typing, with Ctrl', { target: { tagName: 'TEXTAREA' }, ctrlKey: true }],
  ['while a sign is being composed', { isComposing: true }],
  ['when a widget took the key', { defaultPrevented: true }],
])('nothing happens %s', (_when, more) => {
  expect(press(more)).toBe(false);
  expect(act).not.toHaveBeenCalled();
});

test('nothing happens behind a dialog', () => {
  openDialog({ name: 'keys' });
  expect(press()).toBe(false);
  expect(act).not.toHaveBeenCalled();
});

test('the side buttons of a mouse go back and forward', () => {
  goTo({ name: 'sources' });
  const click = (button: number) =>
    onMouseButton({ button, preventDefault: () => undefined } as unknown as MouseEvent);
  click(3);
  expect(currentView(useViews.getState().trail).name).toBe('accounts');
  click(4);
  expect(currentView(useViews.getState().trail).name).toBe('sources');
  click(0);
  expect(currentView(useViews.getState().trail).name).toBe('sources');
});

test('a command that holds anywhere holds while typing and behind a dialog, nothing in a locked window', () => {
  registerCommands([{ id: 'a.lock', title: 'Lock', group: 'Case', keys: ['Ctrl+L'], anywhere: true, act }]);
  const lock = { key: 'l', code: 'KeyL', ctrlKey: true };
  expect(pressKept({ ...lock, target: { tagName: 'TEXTAREA' } })).toBe(true);
  openDialog({ name: 'keys' });
  expect(pressKept(lock)).toBe(true);
  expect(pressKept({ ...lock, key: 'r', code: 'KeyR' })).toBe(false);
  closeDialog();
  useLock.setState({
    screen: {
      file: { grant: 'g', name: 'a.swcase' },
      encrypted: true,
      author: 'Mara',
      closing: false,
      whyUnsaved: null,
    },
  });
  expect([pressKept(lock), press()]).toEqual([false, false]);
  useLock.setState({ screen: null });
  expect(act).toHaveBeenCalledTimes(2);
});
