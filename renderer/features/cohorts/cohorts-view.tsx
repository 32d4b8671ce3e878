import { listCohorts } from '../../../shared/contract/cohorts.ts';
import { pickLogs } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AnalyseButton } from '../analysis/analyse-button.tsx';
import { Section } from '../analysis/analysed-page.tsx';
import { StaleBanner } from '../analysis/analysis-info-line.tsx';
import { AnalysisRun } from '../analysis/analysis-run.tsx';
import { useAnalysisInfo } from '../analysis/use-analysis.ts';
import { CohortPage } from './cohort-page.tsx';
import { CohortTable } from './cohort-table.tsx';
import { DecidedAccounts } from './decided-accounts.tsx';
import { listSummary, ruleWords } from './model.ts';
import { ReferenceSection } from './reference-section.tsx';
import { RuleForm } from './rule-form.tsx';
import '../analysis/analysis.css';
import './cohorts.css';

const NOTHING = {};

/** Whom accounts are compared with, and what decides it; or one cohort by its name. */
export function CohortsView({ cohort }: { cohort: string | null }) {
  return cohort === null ? <AllCohorts /> : <CohortPage name={cohort} />;
}

function AllCohorts() {
  const dataVersion = useSession((state) => state.dataVersion);
  const isReadOnly = useSession((state) => state.case!.readOnly !== null);
  const list = useCall(listCohorts, NOTHING, dataVersion);
  const info = useAnalysisInfo();
  if (list.error !== undefined) return <ErrorPanel error={list.error} onRetry={list.retry} />;
  if (info.error !== undefined) return <ErrorPanel error={info.error} onRetry={info.retry} />;
  if (!list.value || info.value === undefined) return null;
  const { cohorts, decisions, used, examined } = list.value;
  return (
    <div className="operator">
      <header className="view-head">
        <h1>Cohorts</h1>
        <p className="soft">{listSummary(list.value)}</p>
        {info.value && !info.value.stale && (
          <span className="head-acts">
            <AnalyseButton label="Analyse again" />
          </span>
        )}
      </header>
      <div className="analysis-state">
        {info.value?.stale && <StaleBanner />}
        <AnalysisRun />
        <p className="soft cohort-about">
          Each account is compared with others like it: where a signal lies among them is its percentile. A
          cohort never says what is right; it says what is usual among these accounts.
        </p>
      </div>
      <Section
        of="cohorts"
        title="Cohorts of the last analysis"
        about={used ? `made by ${ruleWords(used.rule)}` : ''}
      >
        {cohorts ? (
          <CohortTable cohorts={cohorts} examined={examined} rule={used?.rule ?? decisions.rule} />
        ) : (
          <p>
            <span className="soft">
              {info.value ? 'The last analysis did not keep its cohorts.' : 'This case was not analysed yet.'}{' '}
              An analysis makes cohorts and shows here who is in each and where its signals lie.
            </span>{' '}
            {examined > 0 ? (
              <AnalyseButton label={info.value ? 'Analyse again' : 'Analyse'} />
            ) : (
              <button type="button" className="primary" onClick={pickLogs}>
                Import logs
              </button>
            )}
          </p>
        )}
      </Section>
      <Section of="cohorts" title="What makes them" about="for the next analysis">
        {isReadOnly ? (
          <p>{ruleWords(decisions.rule)}</p>
        ) : (
          <RuleForm key={JSON.stringify(decisions.rule)} rule={decisions.rule} />
        )}
      </Section>
      <Section of="cohorts" title="Accounts placed by hand" about="for the next analysis">
        <DecidedAccounts decisions={decisions} />
      </Section>
      <ReferenceSection list={list.value} />
    </div>
  );
}
