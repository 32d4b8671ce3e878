import { useEffect } from 'react';
import { useSession } from '../../store/session.ts';
import { goTo, useView } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatUnits } from '../../ui/format.ts';
import { PageError } from '../../ui/page-error.tsx';
import { AnalyseButton } from '../analysis/analyse-button.tsx';
import { AnalysisRun } from '../analysis/analysis-run.tsx';
import { NothingImported } from '../import/nothing-imported.tsx';
import { GraphPage } from './graph-page.tsx';
import { enterGraph, undoAct, useCaseFile, useGraph, usePicture } from './graph-store.ts';
import { useGraphData } from './use-graph-data.ts';
import '../analysis/analysis.css';
import './graph.css';

/** Linked accounts as a picture that begins small: operators as bubbles, or what somebody asked to see. */
export function GraphView() {
  const view = useView();
  const caseFile = useCaseFile();
  const of = useGraph((graph) => graph.of);
  const { operator, account } = (view.name === 'graph' && view.from) || {};
  useEffect(
    () =>
      enterGraph(caseFile, {
        ...(operator !== undefined && { operator }),
        ...(account !== undefined && { account }),
      }),
    [caseFile, operator, account],
  );
  return of === caseFile ? <LoadedView /> : null;
}

function LoadedView() {
  const state = usePicture();
  const { data, error, busy, retry } = useGraphData(state);
  if (error !== undefined)
    return (
      <PageError error={error} onRetry={retry}>
        <button type="button" onClick={() => void undoAct()}>
          Take the last act on the picture back
        </button>
      </PageError>
    );
  if (!data) return null;
  if (data.overview.state !== 'ready') return <BeforeAnalysis older={data.overview.state === 'older'} />;
  if (data.overview.allOperators === 0 && state.roots.length === 0) return <NoOperators />;
  return <GraphPage state={state} data={data} busy={busy} />;
}

function BeforeAnalysis({ older }: { older: boolean }) {
  const { accounts, requests } = useSession((session) => session.case!.counts);
  if (requests === 0)
    return (
      <NothingImported shows="An analysis shows here which accounts are tied to each other, by what evidence, and where a group would fall apart." />
    );
  return (
    <EmptyState title={older ? 'Analyse again to see links' : 'No analysis yet'}>
      <p>
        {older
          ? 'The last analysis of this case was made before links were kept for a picture. Its results are as they were.'
          : `An analysis of ${formatUnits(accounts, 'account')} shows here which of them are tied to each other, by what evidence, and where a group would fall apart.`}
      </p>
      <AnalysisRun />
      <AnalyseButton label={older ? 'Analyse again' : 'Analyse'} primary />
    </EmptyState>
  );
}

function NoOperators() {
  return (
    <EmptyState title="No accounts are linked">
      <p>
        Nothing ties two accounts of this case strongly enough. Each account stands by itself under Accounts.
      </p>
      <button type="button" onClick={() => goTo({ name: 'accounts' })}>
        Accounts
      </button>
    </EmptyState>
  );
}
