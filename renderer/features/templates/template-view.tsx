import { getTemplate } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { AnalysedPage, Section } from '../analysis/analysed-page.tsx';
import { AnnotationsOf } from '../annotations/annotations-of.tsx';
import { GrowthSection } from './growth-section.tsx';
import { TemplateAccounts } from './template-accounts.tsx';
import { TemplateHeader } from './template-header.tsx';
import { WhoAndWhen } from './who-and-when.tsx';
import { Wording } from './wording.tsx';
import './templates.css';

/** One template: its masked wording, how its fillings grew, who asked it when, and who asked them first. */
export function TemplateView({ id }: { id: string }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const zone = useSession((state) => state.case!.timeZone);
  const answer = useCall(getTemplate, { id }, dataVersion);
  return (
    <AnalysedPage
      answer={answer}
      list="All templates"
      listView={{ name: 'templates' }}
      header={({ template }, info) => <TemplateHeader template={template} info={info} />}
    >
      {({ template, accounts }) => (
        <>
          <AnnotationsOf references={[formatReference({ kind: 'template', template: template.id })]} />
          <Section
            of="template"
            title="Wording"
            about="masked until it is revealed; what was revealed to whom is recorded"
          >
            <Wording template={template} />
          </Section>
          <Section
            of="template"
            title="Growth"
            about="distinct fillings with the requests of all its accounts"
          >
            <GrowthSection template={template} />
          </Section>
          <WhoAndWhen template={template} />
          <Section
            of="template"
            title="Accounts"
            about="by the fillings that each was the first of all to ask about"
          >
            <TemplateAccounts template={template} accounts={accounts} zone={zone} />
          </Section>
        </>
      )}
    </AnalysedPage>
  );
}
