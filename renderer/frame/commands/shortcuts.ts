import { useDialogs } from '../../store/dialogs.ts';
import { useLock } from '../../store/lock.ts';
import { goBack, goForward } from '../../store/views.ts';
import { isTyping } from '../../ui/keys.ts';
import { commandOf } from './command.ts';
import { pressedKey } from './keys.ts';

/**
 * Runs the command of a key. Never while the window is locked, never when a widget took the key; while somebody types and
 * behind a dialog only one that holds anywhere.
 */
export function onShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || useLock.getState().screen) return;
  const command = commandOf(pressedKey(event));
  if (!command) return;
  const isAside = useDialogs.getState().open !== null || isTyping(event.target as HTMLElement | null);
  if (isAside && !command.anywhere) return;
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
