import { useJobs } from '../../store/jobs.ts';
import { progressText } from '../../ui/progress-text.ts';

/** An import under way: rows, rate, remaining time, and a Cancel that says what stays. */
export function ImportRun({ title }: { title: string }) {
  const job = useJobs((state) => state.jobs.find((running) => running.title === title));
  const { text, fraction01 } = progressText(job?.progress);
  return (
    <div className="page-note running">
      <progress aria-label="Import progress" value={fraction01} max={1} />
      <p className="job-text running-text">{job?.cancelling ? 'cancelling' : text}</p>
      {job && (
        <p>
          <button type="button" disabled={job.cancelling} onClick={job.cancel}>
            Cancel import
          </button>{' '}
          <span className="soft">{job.cancelEffect}</span>
        </p>
      )}
    </div>
  );
}
