import type { ReactNode } from 'react';
import { useJobs } from '../store/jobs.ts';
import { progressText } from './progress-text.ts';

interface Props {
  /** Of the job, by which it is found among those that run. */
  readonly title: string;
  /** In a word: 'import'. */
  readonly what: string;
  readonly children?: ReactNode;
}

/** A job under way where its outcome is awaited: how far it is, and a Cancel that says what stays. */
export function RunningJob({ title, what, children }: Props) {
  const job = useJobs((state) => state.jobs.find((one) => one.title === title));
  const { text, fraction01 } = progressText(job?.progress);
  const named = `${what[0].toUpperCase()}${what.slice(1)}`;
  return (
    <section className="running-job" aria-label={`${named} under way`}>
      {children}
      <progress aria-label={`${named} progress`} value={fraction01} max={1} />
      <p className="job-text">{job?.cancelling ? 'cancelling' : text}</p>
      {job && (
        <p>
          <button type="button" disabled={job.cancelling} onClick={job.cancel}>
            Cancel {what}
          </button>{' '}
          <span className="soft">{job.cancelEffect}</span>
        </p>
      )}
    </section>
  );
}
