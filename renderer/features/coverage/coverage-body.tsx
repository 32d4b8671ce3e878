import { type CoverageOf, coverageRarefaction } from '../../../shared/contract/coverage.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { Busy } from './busy.tsx';
import { basisWords } from './coverage-words.ts';
import { GrowthPanel } from './growth-panel.tsx';
import { MatrixPanel } from './matrix-panel.tsx';
import { NoTopics } from './no-topics.tsx';
import { PartitionPanel } from './partition-panel.tsx';
import { RarefactionPanel } from './rarefaction-panel.tsx';
import { TreemapPanel } from './treemap-panel.tsx';

interface Props {
  readonly of: CoverageOf;
  /** Where it is one account alone. */
  readonly account: string | null;
}

/** The pictures of coverage: of several accounts who asked what, of one what it draws on. */
export function CoverageBody({ of, account }: Props) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(coverageRarefaction, { of }, dataVersion);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  const rarefaction = answer.value;
  if (!rarefaction) return <Busy text="Reading topics of accounts and cohorts." />;
  const hasTopics = rarefaction.members.length > 0;
  return (
    <>
      {rarefaction.accounts > 0 && <p className="coverage-basis soft">{basisWords(rarefaction)}</p>}
      {!hasTopics && <NoTopics basis={rarefaction} />}
      {hasTopics && rarefaction.members.length > 1 && (
        <>
          <MatrixPanel of={of} />
          <PartitionPanel of={of} />
        </>
      )}
      {account !== null && rarefaction.accounts === 1 && <TreemapPanel account={account} />}
      {rarefaction.accounts > 0 && (
        <div className="coverage-pair">
          <GrowthPanel of={of} rarefaction={hasTopics ? rarefaction : undefined} />
          {hasTopics && <RarefactionPanel of={of} rarefaction={rarefaction} />}
        </div>
      )}
    </>
  );
}
