import { type AnalysisInfo, listOperators } from '../../../shared/contract/analysis.ts';
import { showByScore } from '../../store/accounts.ts';
import { useAnalysisRun } from '../../store/analysis-run.ts';
import { pickLogs } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { AllGroups } from '../groups/all-groups.tsx';
import { AnalyseButton } from './analyse-button.tsx';
import { AnalysisInfoLine, StaleBanner } from './analysis-info-line.tsx';
import { AnalysisRun } from './analysis-run.tsx';
import { OperatorTable } from './operator-table.tsx';
import { PriorControl } from './prior-control.tsx';
import { useAnalysisInfo } from './use-analysis.ts';
import './analysis.css';

/** Who acts together, by descending score; before the first analysis, what that would show. */
export function OperatorsView() {
  const { accounts, requests } = useSession((state) => state.case!.counts);
  const info = useAnalysisInfo();
  if (info.error !== undefined) return <ErrorPanel error={info.error} onRetry={info.retry} />;
  if (info.value === undefined) return null;
  if (info.value !== null) return <Results info={info.value} />;
  if (accounts === 0 || requests === 0) {
    return (
      <EmptyState title="Nothing to analyse yet">
        <p>
          Operators, groups of accounts that act together, appear here once a usage log is imported and
          analysed. A table of accounts beside it makes links and innocent explanations easier to tell.
        </p>
        <button type="button" className="primary" onClick={pickLogs}>
          Import logs
        </button>
      </EmptyState>
    );
  }
  return <BeforeFirst />;
}

function BeforeFirst() {
  const { accounts, requests } = useSession((state) => state.case!.counts);
  const running = useAnalysisRun((state) => state.running);
  return (
    <EmptyState title="No analysis yet">
      <p>
        An analysis of {formatUnits(accounts, 'account')} and {formatUnits(requests, 'request')} shows here
        which accounts act together (operators), the evidence that ties them, how each compares with its
        cohort, and which innocent explanations hold.
      </p>
      <p className="soft">
        It runs on this computer, takes seconds to minutes, can be cancelled, and can be repeated: the same
        data give the same results. It never says that somebody is guilty.
      </p>
      <AnalysisRun />
      {!running && <AnalyseButton label="Analyse" primary />}
    </EmptyState>
  );
}

function Results({ info }: { info: AnalysisInfo }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const counts = useSession((state) => state.case!.counts);
  const list = useCall(listOperators, {}, dataVersion);
  const operators = list.value;
  const cursor = useAnalysisRun((state) => state.cursor);
  const picked = operators?.find(({ id }) => id === cursor)?.id ?? null;
  const together = operators?.reduce((sum, { accounts }) => sum + accounts, 0) ?? 0;
  return (
    <div className="page analysis-page">
      <header className="view-head">
        <h1>Operators</h1>
        {operators && (
          <p className="soft">
            {formatUnits(operators.length, 'group')} of accounts that act together, with{' '}
            {formatCount(together)} of {formatUnits(info.accounts, 'account')} · ranked by evidence, not by
            volume
          </p>
        )}
        <span className="head-acts">
          <button
            type="button"
            onClick={() => {
              showByScore();
              goTo({ name: 'accounts' });
            }}
          >
            Accounts by score
          </button>
          {!info.stale && <AnalyseButton label="Analyse again" />}
        </span>
      </header>
      <div className="analysis-state">
        {info.stale && <StaleBanner />}
        <AnalysisRun />
        <AnalysisInfoLine info={info} />
        <PriorControl info={info} />
      </div>
      {list.error !== undefined && <ErrorPanel error={list.error} onRetry={list.retry} />}
      <AllGroups operator={picked} />
      {operators && operators.length > 0 && (
        <OperatorTable operators={operators} accounts={info.accounts} requests={counts.requests} />
      )}
      {operators && operators.length === 0 && (
        <EmptyState title="No accounts act together">
          <p>
            Nothing in {formatUnits(info.accounts, 'account')} ties two of them strongly enough. Each account
            was looked at by itself; they stand under Accounts by score.
          </p>
          <button
            type="button"
            onClick={() => {
              showByScore();
              goTo({ name: 'accounts' });
            }}
          >
            Accounts by score
          </button>
        </EmptyState>
      )}
    </div>
  );
}
