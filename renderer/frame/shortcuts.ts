import { redoLast, undoLast } from '../store/annotations.ts';
import { openDialog, useDialogs } from '../store/dialogs.ts';
import { useSession } from '../store/session.ts';
import { goBack, goForward, goTo } from '../store/views.ts';
import { isTyping } from '../ui/keys.ts';
import { RAIL_VIEWS } from './rail-views.ts';

/** Acts of the keys that hold everywhere. Never while typing, never behind a dialog. */
export function onShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || useDialogs.getState().open || isTyping(event.target as HTMLElement | null))
    return;
  const act = shortcut(event);
  if (!act) return;
  event.preventDefault();
  act();
}

function shortcut({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): (() => unknown) | null {
  const command = ctrlKey || metaKey;
  if (key === '?' && !command && !altKey) return () => openDialog({ name: 'keys' });
  if (!useSession.getState().case) return null;
  if (command && !altKey) {
    const letter = key.toLowerCase();
    if (letter === 'z') return shiftKey ? redoLast : undoLast;
    if (letter === 'y') return redoLast;
    return null;
  }
  if (altKey) {
    if (key === 'ArrowLeft') return goBack;
    if (key === 'ArrowRight') return goForward;
    return null;
  }
  const view = /^[1-9]$/.test(key) ? RAIL_VIEWS[Number(key) - 1] : undefined;
  return view ? () => goTo({ name: view.name }) : null;
}
