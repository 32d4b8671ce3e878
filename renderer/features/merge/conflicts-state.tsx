import { countConflicts } from '../../../shared/contract/merge.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';

/** How many conflicts wait for a decision, as a way to them; nothing while there are none. */
export function ConflictsState() {
  const notesVersion = useSession((state) => state.notesVersion);
  const open = useCall(countConflicts, {}, notesVersion).value ?? 0;
  if (open === 0) return null;
  return (
    <button type="button" className="link warn" onClick={() => goTo({ name: 'conflicts' })}>
      {formatUnits(open, 'open conflict')}
    </button>
  );
}
