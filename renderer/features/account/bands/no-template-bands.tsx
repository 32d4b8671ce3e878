import { useAnalysisRun } from '../../../store/analysis-run.ts';
import { AnalyseButton } from '../../analysis/analyse-button.tsx';
import { AnalysisRun } from '../../analysis/analysis-run.tsx';

/** What would be shown, while no analysis has told which request follows which template. */
export function NoTemplateBands({ isOlder }: { isOlder: boolean }) {
  const running = useAnalysisRun((state) => state.running);
  return (
    <>
      <p className="soft">
        {isOlder
          ? 'The last analysis of this case was made by a version that did not keep which request follows which template. A new one shows here when the account used which.'
          : 'An analysis shows here when the account used which recurring prompt. Its wording stays masked until somebody reveals it.'}
      </p>
      <AnalysisRun />
      {!running && <AnalyseButton label={isOlder ? 'Analyse again' : 'Analyse'} />}
    </>
  );
}
