import type { ReactNode } from 'react';
import type { AnalysisInfo } from '../../../shared/contract/analysis.ts';
import type { View } from '../../store/view-history.ts';
import { goTo } from '../../store/views.ts';
import { PageError } from '../../ui/page-error.tsx';
import type { Loaded } from '../../ui/use-call.ts';
import { StaleBanner } from './analysis-info-line.tsx';
import { AnalysisRun } from './analysis-run.tsx';
import { useAnalysisInfo } from './use-analysis.ts';
import './analysis.css';

interface Props<T> {
  /** What the page is about. */
  readonly answer: Pick<Loaded<unknown, T>, 'value' | 'error' | 'retry'>;
  /** The list that it is one of, and where that is shown. */
  readonly list: string;
  readonly listView: View;
  readonly header: (value: T, info: AnalysisInfo) => ReactNode;
  readonly children: (value: T, info: AnalysisInfo) => ReactNode;
}

/** A page on one thing that the analysis found: with its errors, and the notice when the analysis is stale. */
export function AnalysedPage<T>({ answer, list, listView, header, children }: Props<T>) {
  const info = useAnalysisInfo();
  const error = answer.error ?? info.error;
  if (error !== undefined) {
    return (
      <PageError error={error} onRetry={answer.error === undefined ? info.retry : answer.retry}>
        <button type="button" onClick={() => goTo(listView)}>
          {list}
        </button>
      </PageError>
    );
  }
  if (!answer.value || !info.value) return null;
  return (
    <div className="operator">
      {header(answer.value, info.value)}
      {info.value.stale && (
        <div className="operator-stale">
          <StaleBanner />
          <AnalysisRun />
        </div>
      )}
      {children(answer.value, info.value)}
    </div>
  );
}

/** A part of such a page; `of` is what the page is about, for the ids of headings. */
export function Section({
  of,
  title,
  about,
  children,
}: {
  of: string;
  title: string;
  about: string;
  children: ReactNode;
}) {
  const id = `${of}-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="soft">{about}</span>
      </h2>
      {children}
    </section>
  );
}
