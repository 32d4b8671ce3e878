import { AccountView } from '../features/account/account-view.tsx';
import { AccountsView } from '../features/accounts/accounts-view.tsx';
import { OperatorView } from '../features/analysis/operator-view.tsx';
import { OperatorsView } from '../features/analysis/operators-view.tsx';
import { AnnotationsView } from '../features/annotations/annotations-view.tsx';
import { DetailPanel } from '../features/annotations/detail-panel.tsx';
import { CustodyView } from '../features/custody/custody-view.tsx';
import { ImportView } from '../features/import/import-view.tsx';
import { SourcesView } from '../features/import/sources-view.tsx';
import { SearchView } from '../features/search/search-view.tsx';
import { TemplateView } from '../features/templates/template-view.tsx';
import { TemplatesView } from '../features/templates/templates-view.tsx';
import type { View } from '../store/view-history.ts';
import { useView } from '../store/views.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Rail } from './rail.tsx';
import { TitleBar } from './title-bar.tsx';
import './frame.css';

/** The window once a case is open: title bar, rail, centre, detail. */
export function Frame() {
  const view = useView();
  const detailed = view.name === 'accounts' || view.name === 'account';
  return (
    <div className={detailed ? 'frame frame-detailed' : 'frame'}>
      <TitleBar />
      <Rail />
      <main className="centre" key={view.name} aria-label={TITLES[view.name]}>
        <ErrorBoundary part="This view">
          <Centre view={view} />
        </ErrorBoundary>
      </main>
      {detailed && (
        <ErrorBoundary part="The detail panel">
          <DetailPanel />
        </ErrorBoundary>
      )}
    </div>
  );
}

const TITLES: Readonly<Record<View['name'], string>> = {
  accounts: 'Accounts',
  account: 'Account',
  operators: 'Operators',
  operator: 'Operator',
  templates: 'Templates',
  template: 'Template',
  import: 'Import',
  search: 'Search',
  sources: 'Sources',
  annotations: 'Annotations',
  custody: 'Custody',
};

function Centre({ view }: { view: View }) {
  switch (view.name) {
    case 'accounts':
      return <AccountsView />;
    case 'account':
      return <AccountView />;
    case 'operators':
      return <OperatorsView />;
    case 'operator':
      return <OperatorView key={view.id} id={view.id} pair={view.pair} />;
    case 'templates':
      return <TemplatesView key={view.operator} operator={view.operator} />;
    case 'template':
      return <TemplateView key={view.id} id={view.id} />;
    case 'import':
      return <ImportView />;
    case 'search':
      return <SearchView />;
    case 'sources':
      return <SourcesView />;
    case 'annotations':
      return <AnnotationsView />;
    case 'custody':
      return <CustodyView />;
  }
}
