import { type AnalysisInfo, analysisInfo } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { type Loaded, useCall } from '../../ui/use-call.ts';

const NOTHING = {};

/** What is known of the case's last analysis; null before the first. */
export function useAnalysisInfo(): Loaded<object, AnalysisInfo | null> {
  const dataVersion = useSession((state) => state.dataVersion);
  return useCall(analysisInfo, NOTHING, dataVersion);
}
