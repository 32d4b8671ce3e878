import { useJobs } from '../../store/jobs.ts';
import { useSession } from '../../store/session.ts';

/** Why the case cannot be written anew now, in a sentence; null where it can. */
export function useWhyNotRewritten(): string | null {
  const readOnly = useSession((state) => state.case?.readOnly ?? null);
  const busy = useJobs((state) => state.jobs.length > 0);
  if (readOnly !== null) return readOnly;
  return busy ? 'Not while a job runs, which would be cancelled by it: see the line at the bottom.' : null;
}
