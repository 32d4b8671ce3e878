import type { ReactNode } from 'react';
import { CALIBRATION_NOTE, getOperator } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { canStep } from '../../store/view-history.ts';
import { goBack, goTo, useViews } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { Alternatives } from './alternatives.tsx';
import { StaleBanner } from './analysis-info-line.tsx';
import { AnalysisRun } from './analysis-run.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { Findings } from './findings.tsx';
import { HarvestTable } from './harvest-table.tsx';
import { MemberTable } from './member-table.tsx';
import { OperatorHeader } from './operator-header.tsx';
import { linkCount } from './operator-model.ts';
import { PairLink } from './pair-link.tsx';
import { SignalTable } from './signal-table.tsx';
import { useAnalysisInfo } from './use-analysis.ts';
import './analysis.css';

interface Props {
  readonly id: string;
  readonly pair: readonly [string, string] | null;
}

/** One operator: what is found about it, why, what speaks against it, and who belongs to it. */
export function OperatorView({ id, pair }: Props) {
  const dataVersion = useSession((state) => state.dataVersion);
  const canGoBack = useViews((state) => canStep(state.trail, -1));
  const answer = useCall(getOperator, { id }, dataVersion);
  const info = useAnalysisInfo();
  const toList = () => goTo({ name: 'operators' });
  const error = answer.error ?? info.error;
  if (error !== undefined) {
    return (
      <div className="page-note">
        <ErrorPanel error={error} onRetry={answer.error === undefined ? info.retry : answer.retry} />
        <button type="button" onClick={toList}>
          All operators
        </button>
      </div>
    );
  }
  if (!answer.value || !info.value) return null;
  const { operator, members, links } = answer.value;
  return (
    <div className="operator">
      <OperatorHeader operator={operator} info={info.value} onBack={canGoBack ? goBack : toList} />
      {info.value.stale && (
        <div className="operator-stale">
          <StaleBanner />
          <AnalysisRun />
        </div>
      )}
      <Section title="Findings" about={`three, apart from each other · ${CALIBRATION_NOTE}`}>
        <Findings findings={operator.findings} />
      </Section>
      <Section title="What speaks against it" about="innocent readings, and what each predicts of the data">
        <Alternatives alternatives={operator.alternatives} />
      </Section>
      <Section
        title="What ties the accounts"
        about="by kind of evidence; at the right, what holds together when that kind is left out"
      >
        <EvidenceTable operator={operator} />
      </Section>
      <Section title="The link of two accounts" about="taken apart, in bits of evidence">
        <PairLink
          members={members.map(({ account }) => account)}
          links={links}
          total={linkCount(operator)}
          pair={pair}
          accounts={info.value.accounts}
        />
      </Section>
      <Section
        title="Signals"
        about="of the operator as a whole; bits above 0 speak for extraction, below against"
      >
        <SignalTable signals={operator.signals} infos={info.value.signals} />
      </Section>
      <Section title="What it would have taken" about="if all of it was harvested for training">
        <HarvestTable harvest={operator.harvest} />
      </Section>
      <Section title="Accounts" about="by score">
        <MemberTable members={members} requests={operator.requests} />
      </Section>
    </div>
  );
}

function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  const id = `operator-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="soft">{about}</span>
      </h2>
      {children}
    </section>
  );
}
