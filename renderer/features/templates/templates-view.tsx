import { useState } from 'react';
import { type AnalysisInfo, listTemplates } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { goTo, openOperator } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AnalysisInfoLine, StaleBanner } from '../analysis/analysis-info-line.tsx';
import { AnalysisRun } from '../analysis/analysis-run.tsx';
import { useAnalysisInfo } from '../analysis/use-analysis.ts';
import { NoTemplates } from './no-templates.tsx';
import { TemplateTable } from './template-table.tsx';
import '../analysis/analysis.css';
import './templates.css';

/** Rows added each time more are asked for. */
const STEP = 100;
/** As many as are kept. */
const MOST = 2_000;

/** The prompt templates of the last analysis, or those of one operator. */
export function TemplatesView({ operator }: { operator?: string | undefined }) {
  const info = useAnalysisInfo();
  if (info.error !== undefined) return <ErrorPanel error={info.error} onRetry={info.retry} />;
  if (info.value === undefined) return null;
  if (info.value === null || info.value.templates === null)
    return <NoTemplates analysed={info.value !== null} />;
  return <Results info={info.value} operator={operator} />;
}

function Results({ info, operator }: { info: AnalysisInfo; operator: string | undefined }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const { counts, timeZone } = useSession((state) => state.case!);
  const [limit, setLimit] = useState(STEP);
  const [inNumbers, setInNumbers] = useState(false);
  const of = operator === undefined ? null : { operator };
  const list = useCall(listTemplates, { offset: 0, limit, of }, dataVersion, true);
  const total = list.value?.total;
  return (
    <div className="page analysis-page templates-page">
      <header className="view-head">
        <h1>
          Templates
          {operator !== undefined && (
            <>
              {' of operator '}
              <Shown text={operator} max={40} />
            </>
          )}
        </h1>
        {total !== undefined && (
          <p className="soft">
            {formatUnits(total, 'recurring prompt')}{' '}
            {operator === undefined
              ? 'that somebody uses regularly · by how much they speak for a crowd of strangers, then by requests'
              : 'of its accounts · by its requests'}
          </p>
        )}
        <span className="head-acts">
          {operator !== undefined && (
            <>
              <button type="button" onClick={() => openOperator(operator)}>
                The operator
              </button>
              <button type="button" onClick={() => goTo({ name: 'templates' })}>
                All templates
              </button>
            </>
          )}
          <button type="button" aria-pressed={inNumbers} onClick={() => setInNumbers(!inNumbers)}>
            Growth in numbers
          </button>
        </span>
      </header>
      <div className="analysis-state">
        {info.stale && <StaleBanner />}
        <AnalysisRun />
        <AnalysisInfoLine info={info} />
      </div>
      {list.error !== undefined && <ErrorPanel error={list.error} onRetry={list.retry} />}
      {list.value && total === 0 && (
        <EmptyState title={operator === undefined ? 'No prompt recurs' : 'No recurring prompt'}>
          <p>
            {operator === undefined
              ? 'No account of this case sends the same wording again and again: there is no template to show.'
              : 'The accounts of this operator use none of the templates that were kept.'}
          </p>
          <button
            type="button"
            onClick={() => goTo({ name: operator === undefined ? 'operators' : 'templates' })}
          >
            {operator === undefined ? 'Operators' : 'All templates'}
          </button>
        </EmptyState>
      )}
      {list.value && list.value.total > 0 && (
        <TemplateTable
          templates={list.value.templates}
          total={list.value.total}
          requests={counts.requests}
          zone={timeZone}
          inNumbers={inNumbers}
        />
      )}
      {list.value && list.value.templates.length < list.value.total && (
        <p className="more">
          <span className="soft">
            The first {formatCount(list.value.templates.length)} of{' '}
            {formatUnits(list.value.total, 'template')}
          </span>{' '}
          <button type="button" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
            Show {STEP} more
          </button>
        </p>
      )}
    </div>
  );
}
