import { OperatorDetail } from '../features/analysis/operator-detail.tsx';
import { DetailPanel } from '../features/annotations/detail-panel.tsx';
import { TemplateDetail } from '../features/templates/template-detail.tsx';
import { useAnalysisRun } from '../store/analysis-run.ts';
import type { View } from '../store/view-history.ts';

/** Whether something is chosen in a view that the detail panel tells of. */
export function useHasDetail(view: View): boolean {
  const { cursor, templateCursor } = useAnalysisRun();
  if (view.name === 'operators') return cursor !== null;
  if (view.name === 'templates') return templateCursor !== null;
  return view.name === 'accounts' || view.name === 'account';
}

/** What is chosen in the view, at the right. */
export function Detail({ view }: { view: View }) {
  const { cursor, templateCursor } = useAnalysisRun();
  if (view.name === 'operators' && cursor !== null) return <OperatorDetail id={cursor} />;
  if (view.name === 'templates' && templateCursor !== null) return <TemplateDetail id={templateCursor} />;
  return <DetailPanel />;
}
