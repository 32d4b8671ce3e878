import { useState } from 'react';
import { type CoverageOf, coverageRarefaction } from '../../../shared/contract/coverage.ts';
import { NO_FILTER } from '../../../shared/contract/filters.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { ofNow } from '../pick/of-filter.ts';
import { OutsideLine } from '../pick/outside-line.tsx';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import type { AskedCoverage } from './asked.ts';
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
  const { filter, version } = useAskedFilter();
  const [outside, setOutside] = useState(false);
  const asked: AskedCoverage = { of: ofNow(of, filter ?? NO_FILTER), filter, outside };
  const answer = useCall(coverageRarefaction, asked, version, true);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  const rarefaction = answer.value;
  if (!rarefaction) return <Busy text="Reading topics of accounts and cohorts." />;
  const { matching } = rarefaction;
  const hasTopics = rarefaction.members.length > 0;
  return (
    <div aria-busy={answer.busy}>
      {rarefaction.accounts > 0 && <p className="coverage-basis soft">{basisWords(rarefaction)}</p>}
      {matching && !('filter' in of) && (
        <OutsideLine
          matching={matching.accounts}
          ofAccounts={matching.ofAccounts}
          outside={outside}
          setOutside={setOutside}
        />
      )}
      {!hasTopics && <NoTopics basis={rarefaction} />}
      {hasTopics && rarefaction.members.length > 1 && (
        <>
          <MatrixPanel asked={asked} version={version} />
          <PartitionPanel asked={asked} version={version} />
        </>
      )}
      {account !== null && rarefaction.accounts === 1 && <TreemapPanel account={account} />}
      {rarefaction.accounts > 0 && (
        <div className="coverage-pair">
          <GrowthPanel asked={asked} version={version} rarefaction={hasTopics ? rarefaction : undefined} />
          {hasTopics && <RarefactionPanel of={asked.of} rarefaction={rarefaction} />}
        </div>
      )}
    </div>
  );
}
