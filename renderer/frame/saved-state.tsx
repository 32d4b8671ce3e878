import { useSaving } from '../store/saving.ts';
import { useSession } from '../store/session.ts';
import { Shown } from '../ui/shown.tsx';
import { savedWords } from './saved-words.ts';

/** Whether all that people wrote is in the case's file. */
export function SavedState() {
  const { timeZone, readOnly } = useSession((state) => state.case!);
  const words = savedWords(useSaving(), timeZone, readOnly !== null);
  return (
    <span className={words.startsWith('not saved') ? 'warn saved-state' : 'saved-state'} title={words}>
      <Shown text={words} max={120} />
    </span>
  );
}
