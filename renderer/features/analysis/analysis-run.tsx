import { ANALYSIS_TITLE } from '../../store/analyse.ts';
import { useAnalysisRun } from '../../store/analysis-run.ts';
import { useJobs } from '../../store/jobs.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { progressText } from '../../ui/progress-text.ts';

/** The analysis under way with its Cancel, or how the last one ended where it left no results. */
export function AnalysisRun() {
  const { running, error, cancelled } = useAnalysisRun();
  const job = useJobs((state) => state.jobs.find(({ title }) => title === ANALYSIS_TITLE));
  const { text, fraction01 } = progressText(job?.progress);
  if (running) {
    return (
      <section className="analysis-run" aria-label="Analysis under way">
        <p>
          <strong>Analysing.</strong> <span className="soft">Other views can be used meanwhile.</span>
        </p>
        <progress aria-label="Analysis progress" value={fraction01} max={1} />
        <p className="job-text soft">{job?.cancelling ? 'cancelling' : text}</p>
        {job && (
          <p>
            <button type="button" disabled={job.cancelling} onClick={job.cancel}>
              Cancel analysis
            </button>{' '}
            <span className="soft">{job.cancelEffect}</span>
          </p>
        )}
      </section>
    );
  }
  if (error !== null) return <ErrorPanel error={error} />;
  if (cancelled) {
    return (
      <p className="banner" role="status">
        The analysis was cancelled. Nothing of it was kept; the results of the one before, if any, are as they
        were.
      </p>
    );
  }
  return null;
}
