import { useAnalysisRun } from '../../store/analysis-run.ts';
import { pickLogs } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AnalyseButton } from '../analysis/analyse-button.tsx';
import { AnalysisRun } from '../analysis/analysis-run.tsx';

/** What the view will show, while there is no analysis, or only one from before templates were kept. */
export function NoTemplates({ analysed }: { analysed: boolean }) {
  const { requests } = useSession((state) => state.case!.counts);
  const running = useAnalysisRun((state) => state.running);
  const what =
    'which prompts recur with changing parts, who uses them, how many different fillings they had, and who asked each first';
  if (requests === 0) {
    return (
      <EmptyState title="No templates yet">
        <p>An analysis of an imported usage log shows here {what}.</p>
        <button type="button" className="primary" onClick={pickLogs}>
          Import logs
        </button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={analysed ? 'Templates were not kept' : 'No templates yet'}>
      {analysed ? (
        <p>
          The last analysis of this case was made by a version that did not keep templates. A new one shows
          here {what}.
        </p>
      ) : (
        <p>An analysis shows here {what}. Their wording stays masked until somebody reveals it.</p>
      )}
      <AnalysisRun />
      {!running && <AnalyseButton label={analysed ? 'Analyse again' : 'Analyse'} primary />}
    </EmptyState>
  );
}
