import { shownText } from '../../../shared/shown-text.ts';
import { type Job, useJobs } from '../../store/jobs.ts';
import { progressText } from '../../ui/progress-text.ts';
import './jobs.css';

/** Every running job with how far it is, and its Cancel that says what stays. */
export function JobList() {
  const jobs = useJobs((state) => state.jobs);
  return jobs.map((job) => <JobLine key={job.id} job={job} />);
}

export function JobLine({ job }: { job: Job }) {
  const { text, fraction01 } = progressText(job.progress);
  const title = shownText(job.title, { max: 80 });
  return (
    <section className="job" aria-label={title}>
      <span className="job-title">{title}</span>
      <progress className="job-bar" aria-label={`${title}: progress`} value={fraction01} max={1} />
      <span className="job-text">{job.cancelling ? 'cancelling' : text}</span>
      <button
        type="button"
        className="quiet"
        onClick={job.cancel}
        disabled={job.cancelling}
        title={job.cancelEffect}
      >
        Cancel
      </button>
    </section>
  );
}
