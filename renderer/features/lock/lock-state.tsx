import { shownText } from '../../../shared/shown-text.ts';
import { useJobs } from '../../store/jobs.ts';
import { useLock } from '../../store/lock.ts';

/** Why a case that nobody has touched for long is not locked yet; nothing else. */
export function LockState() {
  const waiting = useLock((state) => state.waiting);
  const jobs = useJobs((state) => state.jobs);
  if (!waiting || jobs.length === 0) return null;
  const what = jobs.length === 1 ? shownText(jobs[0].title, { max: 40 }) : `${jobs.length} jobs`;
  return <span className="warn">locks at the end of: {what}</span>;
}
