import type { ReactNode } from 'react';
import { type Cohort, getCohort } from '../../../shared/contract/cohorts.ts';
import { useSession } from '../../store/session.ts';
import type { View } from '../../store/view-history.ts';
import { BackButton } from '../../ui/back-button.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AnalysedPage, Section } from '../analysis/analysed-page.tsx';
import { BandTable } from './band-table.tsx';
import { CohortMembers } from './cohort-members.tsx';
import { KIND_WORDS, TRAIT_NAMES } from './model.ts';

const COHORTS: View = { name: 'cohorts' };

/** One cohort of the last analysis: what makes it, where signals lie in it, and who is in it. */
export function CohortPage({ name }: { name: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getCohort, { name }, dataVersion);
  return (
    <AnalysedPage
      answer={answer}
      list="All cohorts"
      listView={COHORTS}
      header={(cohort, info) => <Header cohort={cohort} examined={info.accounts} />}
    >
      {(cohort, info) => (
        <>
          <Section
            of="cohort"
            title="Bands"
            about={`5th to 95th percentile of each signal, of the accounts that carry it among the ${formatCount(cohort.accounts)} that shape the cohort`}
          >
            <BandTable bands={cohort.bands} infos={info.signals} accounts={cohort.accounts} />
          </Section>
          <Section of="cohort" title="Accounts" about="those that shape its bands and those compared with it">
            <CohortMembers cohort={cohort} />
          </Section>
        </>
      )}
    </AnalysedPage>
  );
}

function Header({ cohort, examined }: { cohort: Cohort; examined: number }) {
  return (
    <header className="account-header">
      <div className="account-title">
        <BackButton fallback={COHORTS} />
        <h1 className="wrap">
          <Shown text={cohort.name} max={300} />
        </h1>
      </div>
      <dl className="measures">
        <Measure name="Kind" value={KIND_WORDS[cohort.kind]} />
        {cohort.traits.map(({ trait, value }) => (
          <Measure key={trait} name={TRAIT_NAMES[trait]} value={<Shown text={value} max={80} />} />
        ))}
        <Measure name="Shape its bands" value={formatUnits(cohort.accounts, 'account')} />
        <Measure name="Their requests" value={formatCount(cohort.requests)} />
        <Measure
          name="Compared with it"
          value={`${formatCount(cohort.compared)} of ${formatUnits(examined, 'account')} under examination`}
        />
      </dl>
    </header>
  );
}

function Measure({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div className="measure">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
