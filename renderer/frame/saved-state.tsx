import { openDialog } from '../store/dialogs.ts';
import { useSaving } from '../store/saving.ts';
import { useSession } from '../store/session.ts';
import { Shown } from '../ui/shown.tsx';
import { savedWords } from './saved-words.ts';

/** Whether all that people wrote is in the case's file; what is not can be looked at. */
export function SavedState() {
  const { timeZone, readOnly } = useSession((state) => state.case!);
  const saving = useSaving();
  const words = savedWords(saving, timeZone, readOnly !== null);
  const look = words.startsWith('not saved') ? 'warn saved-state' : 'saved-state';
  // Also while it is tried again, as when a press on this takes the focus from the field.
  if (saving.refused > 0)
    return (
      <button
        type="button"
        className={`link ${look}`}
        title={words}
        onClick={() => openDialog({ name: 'unsaved', next: 'stay' })}
      >
        <Shown text={words} max={120} />
      </button>
    );
  return (
    <span className={look} title={words}>
      <Shown text={words} max={120} />
    </span>
  );
}
