import { runAnalysis } from '../../shared/contract/analysis.ts';
import { formatUnits } from '../ui/format.ts';
import { isCancelled } from '../ui/message-of.ts';
import { useAnalysisRun } from './analysis-run.ts';
import { runJob } from './jobs.ts';
import { dataChanged, useSession } from './session.ts';
import { say } from './status.ts';

/** Title of the job, by which views find it. */
export const ANALYSIS_TITLE = 'Analysing the case';
const CANCEL_EFFECT = 'The results of the analysis before, if any, stay.';

/** Analyses the case, as a job; once at a time. Its results replace those before. */
export async function analyse(seed: number, priorShare: number): Promise<void> {
  if (useAnalysisRun.getState().running) return;
  const { file } = useSession.getState();
  useAnalysisRun.setState({ running: true, error: null, cancelled: false });
  const end = (by: { error?: unknown; cancelled?: boolean }) => {
    // The case may have been closed meanwhile.
    if (useSession.getState().file === file) useAnalysisRun.setState({ running: false, ...by });
  };
  try {
    const { operators, accounts } = await runJob(ANALYSIS_TITLE, CANCEL_EFFECT, runAnalysis, {
      seed,
      priorShare,
    });
    say(`Analysed ${formatUnits(accounts, 'account')}: ${formatUnits(operators, 'operator')}.`);
    await dataChanged();
    end({});
  } catch (error) {
    end(isCancelled(error) ? { cancelled: true } : { error });
  }
}
