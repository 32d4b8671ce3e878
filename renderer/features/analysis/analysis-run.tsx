import { ANALYSIS_TITLE } from '../../store/analyse.ts';
import { useAnalysisRun } from '../../store/analysis-run.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { RunningJob } from '../../ui/running-job.tsx';

/** The analysis under way with its Cancel, or how the last one ended where it left no results. */
export function AnalysisRun() {
  const { running, error, cancelled } = useAnalysisRun();
  if (running) {
    return (
      <RunningJob title={ANALYSIS_TITLE} what="analysis">
        <p>
          <strong>Analysing.</strong> <span className="soft">Other views can be used meanwhile.</span>
        </p>
      </RunningJob>
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
