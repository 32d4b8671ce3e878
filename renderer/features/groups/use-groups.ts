import { listGroups } from '../../../shared/contract/groups.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';

const NOTHING = {};

/** Operators of the last analysis, and beside them what people put together or keep apart. */
export function useGroups() {
  const notesVersion = useSession((state) => state.notesVersion);
  return useCall(listGroups, NOTHING, notesVersion);
}
