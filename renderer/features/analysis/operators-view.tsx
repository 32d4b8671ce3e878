import { useMemo, useState } from 'react';
import { type AnalysisInfo, orderOperators } from '../../../shared/contract/analysis.ts';
import { showByScore } from '../../store/accounts.ts';
import { useAnalysisRun } from '../../store/analysis-run.ts';
import { pickLogs } from '../../store/imports.ts';
import { useOperatorOrder } from '../../store/operators.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { ColumnMenu } from '../../ui/column-menu.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { useColumns } from '../../ui/use-columns.ts';
import { useOperatorMatches } from '../filter/operator-matches.ts';
import { AllGroups } from '../groups/all-groups.tsx';
import { AnalyseButton } from './analyse-button.tsx';
import { AnalysisInfoLine, StaleBanner } from './analysis-info-line.tsx';
import { AnalysisRun } from './analysis-run.tsx';
import { operatorColumns, usualOperatorColumns } from './operator-columns.ts';
import { OperatorTable } from './operator-table.tsx';
import { PriorControl } from './prior-control.tsx';
import { SelectedOperators } from './selected-operators.tsx';
import { SpreadLegend } from './spread-legend.tsx';
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
  const { requests } = useSession((state) => state.case!.counts);
  const { sort, descending } = useOperatorOrder();
  const order = useCall(orderOperators, { sort, descending }, dataVersion, true);
  const cursor = useAnalysisRun((state) => state.cursor);
  const matches = useOperatorMatches();
  const filtered = matches !== null;
  const [figures, setFigures] = useState(false);
  const { all, usual } = useMemo(() => {
    const columns = operatorColumns(info.accounts, requests, filtered);
    return { all: columns, usual: usualOperatorColumns(columns) };
  }, [info.accounts, requests, filtered]);
  const columns = useColumns('operatorColumns', all, usual);
  const ids = order.value?.ids;
  const picked = ids?.find((id) => id === cursor) ?? null;
  return (
    <div className="operators">
      <header className="view-head">
        <h1>Operators</h1>
        {order.value && (
          <p className="soft">
            {formatUnits(order.value.ids.length, 'group')} of accounts that act together, with{' '}
            {formatCount(order.value.accounts)} of {formatUnits(info.accounts, 'account')}
            {sort === 'score' && ' · ranked by evidence, not by volume'}
          </p>
        )}
        <span className="head-acts">
          {ids && ids.length > 0 && <ColumnMenu table="operatorColumns" columns={columns} />}
          <AccountsByScore />
          {!info.stale && <AnalyseButton label="Analyse again" />}
        </span>
      </header>
      <div className="analysis-state">
        {info.stale && <StaleBanner />}
        <AnalysisRun />
        <AnalysisInfoLine info={info} />
        <PriorControl info={info} />
      </div>
      {order.error !== undefined && <ErrorPanel error={order.error} onRetry={order.retry} />}
      <AllGroups operator={picked} />
      {ids && ids.length > 0 && (
        <>
          <OperatorTable
            ids={ids}
            busy={order.busy}
            columns={columns.shown}
            matches={matches}
            figures={figures}
          />
          <SelectedOperators order={ids} />
          {columns.chosen.includes('spread') && <SpreadLegend figures={figures} onFigures={setFigures} />}
        </>
      )}
      {ids && ids.length === 0 && (
        <EmptyState title="No accounts act together">
          <p>
            Nothing in {formatUnits(info.accounts, 'account')} ties two of them strongly enough. Each account
            was looked at by itself; they stand under Accounts by score.
          </p>
          <AccountsByScore />
        </EmptyState>
      )}
    </div>
  );
}

function AccountsByScore() {
  return (
    <button
      type="button"
      onClick={() => {
        showByScore();
        goTo({ name: 'accounts' });
      }}
    >
      Accounts by score
    </button>
  );
}
