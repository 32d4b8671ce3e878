import { useEffect, useRef } from 'react';
import { useDialogs } from '../../store/dialogs.ts';

/** Elements that do something of their own with Enter. */
const OWN_ENTER = 'button, a, summary, textarea, [role="option"], [aria-expanded="true"]';

/** Enter imports and Esc leaves the file out, from anywhere on the screen; never behind a dialog. */
export function useImportKeys(onEnter: () => void, onEscape: () => void): void {
  const acts = useRef({ onEnter, onEscape });
  acts.current = { onEnter, onEscape };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing || useDialogs.getState().open) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const target = event.target as Element | null;
      if (event.key === 'Enter' && !target?.closest(OWN_ENTER)) acts.current.onEnter();
      else if (event.key === 'Escape' && target?.tagName !== 'SELECT' && target?.tagName !== 'INPUT')
        acts.current.onEscape();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
