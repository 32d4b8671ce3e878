import { accountScore } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { SignalTable } from '../analysis/signal-table.tsx';
import { AnalysedNow } from './analysed-now.tsx';

/** The signals of an account that add the most bits, as the last analysis measured them. */
export function LiveSignals({ account, most }: { account: string; most: number }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(accountScore, { account }, dataVersion);
  return (
    <AnalysedNow answer={answer}>
      {({ score }, info) => <SignalTable signals={score.signals.slice(0, most)} infos={info.signals} />}
    </AnalysedNow>
  );
}
