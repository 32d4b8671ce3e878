import type { ReactNode } from 'react';
import type { AnalysisInfo } from '../../../shared/contract/analysis.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import type { Loaded } from '../../ui/use-call.ts';
import { useAnalysisInfo } from '../analysis/use-analysis.ts';
import '../analysis/analysis.css';

interface Props<T> {
  readonly answer: Pick<Loaded<unknown, T>, 'value' | 'error' | 'retry'>;
  readonly children: (value: T, info: AnalysisInfo) => ReactNode;
}

/** What rests on the last analysis, with a word where that no longer describes the case. */
export function AnalysedNow<T>({ answer, children }: Props<T>) {
  const info = useAnalysisInfo();
  const error = answer.error ?? info.error;
  if (error !== undefined)
    return <ErrorPanel error={error} onRetry={answer.error === undefined ? info.retry : answer.retry} />;
  if (info.value === null) return <p className="warn">The case holds no analysis, which this rests on.</p>;
  if (!answer.value || !info.value) return <p className="soft">Reading the last analysis.</p>;
  return (
    <>
      {info.value.stale && (
        <p className="warn">
          It rests on an analysis that is stale: sources came or went, or decisions on cohorts changed, since.
        </p>
      )}
      {children(answer.value, info.value)}
    </>
  );
}
