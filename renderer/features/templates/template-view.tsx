import type { ReactNode } from 'react';
import { getTemplate } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { canStep } from '../../store/view-history.ts';
import { goBack, goTo, useViews } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { StaleBanner } from '../analysis/analysis-info-line.tsx';
import { AnalysisRun } from '../analysis/analysis-run.tsx';
import { useAnalysisInfo } from '../analysis/use-analysis.ts';
import { GrowthSection } from './growth-section.tsx';
import { TemplateAccounts } from './template-accounts.tsx';
import { TemplateHeader } from './template-header.tsx';
import { Wording } from './wording.tsx';
import '../analysis/analysis.css';
import './templates.css';

/** One template: its masked wording, how its fillings grew, and who asked them first. */
export function TemplateView({ id }: { id: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const zone = useSession((state) => state.case!.timeZone);
  const canGoBack = useViews((state) => canStep(state.trail, -1));
  const answer = useCall(getTemplate, { id }, dataVersion);
  const info = useAnalysisInfo();
  const toList = () => goTo({ name: 'templates' });
  const error = answer.error ?? info.error;
  if (error !== undefined) {
    return (
      <div className="page-note">
        <ErrorPanel error={error} onRetry={answer.error === undefined ? info.retry : answer.retry} />
        <button type="button" onClick={toList}>
          All templates
        </button>
      </div>
    );
  }
  if (!answer.value || !info.value) return null;
  const { template, accounts } = answer.value;
  return (
    <div className="operator">
      <TemplateHeader template={template} info={info.value} onBack={canGoBack ? goBack : toList} />
      {info.value.stale && (
        <div className="operator-stale">
          <StaleBanner />
          <AnalysisRun />
        </div>
      )}
      <Section title="Wording" about="masked until it is revealed; what was revealed to whom is recorded">
        <Wording template={template} />
      </Section>
      <Section title="Growth" about="distinct fillings with the requests of all its accounts">
        <GrowthSection template={template} />
      </Section>
      <Section title="Accounts" about="by the fillings that each was the first of all to ask about">
        <TemplateAccounts template={template} accounts={accounts} zone={zone} />
      </Section>
    </div>
  );
}

function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  const id = `template-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="soft">{about}</span>
      </h2>
      {children}
    </section>
  );
}
