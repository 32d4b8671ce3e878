import { type CSSProperties, useRef } from 'react';
import { AccountView } from '../features/account/account-view.tsx';
import { AccountsView } from '../features/accounts/accounts-view.tsx';
import { OperatorView } from '../features/analysis/operator-view.tsx';
import { OperatorsView } from '../features/analysis/operators-view.tsx';
import { AnnotationsView } from '../features/annotations/annotations-view.tsx';
import { CodingResultView } from '../features/coding/coding-result-view.tsx';
import { CodingView } from '../features/coding/coding-view.tsx';
import { SheetView } from '../features/coding/sheet-view.tsx';
import { CohortsView } from '../features/cohorts/cohorts-view.tsx';
import { CompareView } from '../features/compare/CompareView.tsx';
import { CoverageView } from '../features/coverage/coverage-view.tsx';
import { CustodyView } from '../features/custody/custody-view.tsx';
import { FilterBar } from '../features/filter/filter-bar.tsx';
import { FindingView } from '../features/findings/finding-view.tsx';
import { FindingsView } from '../features/findings/findings-view.tsx';
import { GraphView } from '../features/graph/graph-view.tsx';
import { HistoryView } from '../features/history/history-view.tsx';
import { ImportView } from '../features/import/import-view.tsx';
import { SourcesView } from '../features/import/sources-view.tsx';
import { LanesView } from '../features/lanes/LanesView.tsx';
import { ConflictsView } from '../features/merge/conflicts-view.tsx';
import { SearchView } from '../features/search/search-view.tsx';
import { SettingsView } from '../features/settings/settings-view.tsx';
import { TemplateView } from '../features/templates/template-view.tsx';
import { TemplatesView } from '../features/templates/templates-view.tsx';
import { useLayout } from '../store/layout.ts';
import { hasDrawer, isBlind } from '../store/view-frame.ts';
import type { View } from '../store/view-history.ts';
import { useFilterRange, useView } from '../store/views.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Detail, useHasDetail } from './detail.tsx';
import { panelSizes } from './panel-sizes.ts';
import { Rail } from './rail.tsx';
import { RowsDrawer } from './rows-drawer.tsx';
import { useScrollMemory } from './scroll-memory.ts';
import { Separator } from './separator.tsx';
import { TitleBar } from './title-bar.tsx';
import { Trail } from './trail.tsx';
import { useWindowSize } from './window-size.ts';
import './frame.css';

/** The window once a case is open: title bar, rail, filter, trail, centre, detail, rows. */
export function Frame() {
  const view = useView();
  const centre = useRef<HTMLElement>(null);
  const panels = useLayout((state) => state.panels);
  const windowSize = useWindowSize();
  useScrollMemory(centre);
  const detailed = useHasDetail(view);
  const shown = {
    rail: panels.rail.shown,
    detail: detailed && panels.detail.shown,
    drawer: panels.drawer.shown && hasDrawer(view),
  };
  const px = panelSizes(panels, shown, windowSize);
  const sizes = { '--rail': `${px.rail}px`, '--detail': `${px.detail}px`, '--drawer': `${px.drawer}px` };
  return (
    <div className="frame" style={sizes as CSSProperties}>
      <TitleBar />
      {shown.rail && <Rail />}
      {!isBlind(view) && (
        <ErrorBoundary part="The filter">
          <FilterBar />
        </ErrorBoundary>
      )}
      <Trail titles={TITLES} detailed={detailed} px={windowSize.width - px.rail - px.detail} />
      <main ref={centre} className="centre" key={view.name} aria-label={TITLES[view.name]}>
        <ErrorBoundary part="This view">
          <Centre view={view} />
        </ErrorBoundary>
      </main>
      {shown.detail && (
        <div className="detail-panel" id="panel-detail">
          <ErrorBoundary part="The detail panel">
            <Detail view={view} />
          </ErrorBoundary>
        </div>
      )}
      {shown.drawer && (
        <ErrorBoundary part="The drawer">
          <RowsDrawer />
        </ErrorBoundary>
      )}
      <section className="separators" aria-label="Sizes of the panels">
        <Separator panel="rail" label="Width of the list of views" px={px.rail} controls="panel-rail" />
        {detailed && (
          <Separator
            panel="detail"
            label="Width of the detail panel"
            px={px.detail}
            controls="panel-detail"
          />
        )}
        <Separator panel="drawer" label="Height of the rows" px={px.drawer} controls="panel-drawer" />
      </section>
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
  graph: 'Linked accounts',
  cohorts: 'Cohorts',
  coverage: 'Coverage',
  import: 'Import',
  lanes: 'Lanes',
  compare: 'Compare',
  search: 'Search',
  sources: 'Sources',
  annotations: 'Annotations',
  custody: 'Custody',
  settings: 'Case',
  history: 'History',
  conflicts: 'Conflicts',
  findings: 'Findings',
  finding: 'Finding',
  review: 'Review',
  coding: 'Second coding',
  'coding-sheet': 'Coding',
  'coding-result': 'Result of a coding',
};

function Centre({ view }: { view: View }) {
  const range = useFilterRange();
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
    case 'graph':
      return <GraphView />;
    case 'cohorts':
      return <CohortsView key={view.cohort} cohort={view.cohort ?? null} />;
    case 'coverage':
      return <CoverageView of={view.of ?? null} />;
    case 'import':
      return <ImportView />;
    case 'compare':
      return <CompareView a={view.a ?? null} b={view.b ?? null} />;
    case 'lanes':
      return <LanesView of={view.of ?? null} committed={range} />;
    case 'search':
      return <SearchView />;
    case 'sources':
      return <SourcesView />;
    case 'annotations':
      return <AnnotationsView />;
    case 'custody':
      return <CustodyView />;
    case 'settings':
      return <SettingsView />;
    case 'history':
      return <HistoryView />;
    case 'conflicts':
      return <ConflictsView />;
    case 'findings':
      return <FindingsView />;
    case 'review':
      // Shown over the whole window, in place of this frame.
      return null;
    case 'coding':
      return <CodingView />;
    case 'coding-sheet':
      return <SheetView key={view.sample} sample={view.sample} />;
    case 'coding-result':
      return <CodingResultView key={view.sample} sample={view.sample} />;
    case 'finding':
      return <FindingView key={view.finding} id={view.finding} />;
  }
}
