import { useDialogs } from '../../store/dialogs.ts';
import { useLock } from '../../store/lock.ts';
import { goBack, goForward } from '../../store/views.ts';
import { isTyping } from '../../ui/keys.ts';
import { type Command, commandOf } from './command.ts';
import { pressedKey } from './keys.ts';

/**
 * Runs the command of a key that holds anywhere. Is to hear the key on its way down, since forms and dialogs keep keys
 * from the window. Never while the window is locked.
 */
export function onShortcutAnywhere(event: KeyboardEvent): void {
  const command = commandFor(event);
  if (command?.anywhere) run(command, event);
}

/**
 * Runs the command of a key. Never while the window is locked, never when a widget took the key, while somebody types or
 * behind a dialog.
 */
export function onShortcut(event: KeyboardEvent): void {
  const command = commandFor(event);
  if (!command || useDialogs.getState().open || isTyping(event.target as HTMLElement | null)) return;
  run(command, event);
}

function commandFor(event: KeyboardEvent): Command | undefined {
  if (event.defaultPrevented || event.isComposing || useLock.getState().screen) return undefined;
  return commandOf(pressedKey(event));
}

function run(command: Command, event: KeyboardEvent): void {
  event.preventDefault();
  command.act();
}

const BACK_BUTTON = 3;
const FORWARD_BUTTON = 4;

/** The side buttons of a mouse walk the trail, as they do in a browser. */
export function onMouseButton(event: MouseEvent): void {
  if (event.button !== BACK_BUTTON && event.button !== FORWARD_BUTTON) return;
  event.preventDefault();
  if (useDialogs.getState().open || useLock.getState().screen) return;
  if (event.button === BACK_BUTTON) goBack();
  else goForward();
}
