import { CALIBRATION_NOTE, getOperator } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { formatCount } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { SubjectAnnotations } from '../annotations/subject-annotations.tsx';
import { LeaveOperatorOut } from '../cohorts/leave-operator-out.tsx';
import { GroupsOfOperator } from '../groups/groups-of-operator.tsx';
import { OperatorLanes } from '../lanes/OperatorLanes.tsx';
import { Alternatives } from './alternatives.tsx';
import { AnalysedPage, Section } from './analysed-page.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { Findings } from './findings.tsx';
import { HarvestTable } from './harvest-table.tsx';
import { MemberTable } from './member-table.tsx';
import { OperatorHeader } from './operator-header.tsx';
import { linkCount } from './operator-model.ts';
import { PairLink } from './pair-link.tsx';
import { SignalTable } from './signal-table.tsx';

interface Props {
  readonly id: string;
  readonly pair: readonly [string, string] | null;
}

/** One operator: what is found about it, why, what speaks against it, and who belongs to it. */
export function OperatorView({ id, pair }: Props) {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getOperator, { id }, dataVersion);
  return (
    <AnalysedPage
      answer={answer}
      list="All operators"
      listView={{ name: 'operators' }}
      header={({ operator }, info) => <OperatorHeader operator={operator} info={info} />}
    >
      {({ operator, members, links }, info) => (
        <>
          <SubjectAnnotations subject={{ kind: 'operator', operator: operator.id }} />
          <GroupsOfOperator operator={operator.id} accounts={operator.accounts} />
          <Section
            of="operator"
            title="Findings"
            about={`three, apart from each other · ${CALIBRATION_NOTE}`}
          >
            <Findings findings={operator.findings} />
          </Section>
          <Section
            of="operator"
            title="What speaks against it"
            about="innocent readings, and what each predicts of the data"
          >
            <Alternatives alternatives={operator.alternatives} />
          </Section>
          <Section
            of="operator"
            title="What ties the accounts"
            about="by kind of evidence; at the right, what holds together when that kind is left out"
          >
            <EvidenceTable operator={operator} />
          </Section>
          <Section of="operator" title="The link of two accounts" about="taken apart, in bits of evidence">
            <PairLink
              members={members.map(({ account }) => account)}
              links={links}
              total={linkCount(operator)}
              pair={pair}
              accounts={info.accounts}
            />
          </Section>
          <Section
            of="operator"
            title="Lanes"
            about="its accounts on one time axis, and what they do together"
          >
            <OperatorLanes id={operator.id} />
          </Section>
          <Section
            of="operator"
            title="Signals"
            about="of the operator as a whole; bits above 0 speak for extraction, below against"
          >
            <SignalTable signals={operator.signals} infos={info.signals} />
          </Section>
          <Section
            of="operator"
            title="What it would have taken"
            about="if all of it was harvested for training"
          >
            <HarvestTable harvest={operator.harvest} />
          </Section>
          <Section
            of="operator"
            title="Accounts"
            about={`${formatCount(members.length)} of ${formatCount(info.accounts)} analysed, by score`}
          >
            <MemberTable members={members} requests={operator.requests} />
            <LeaveOperatorOut accounts={operator.accounts} />
          </Section>
        </>
      )}
    </AnalysedPage>
  );
}
