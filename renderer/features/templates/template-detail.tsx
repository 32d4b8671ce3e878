import { getTemplate } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { useSession } from '../../store/session.ts';
import { openTemplate } from '../../store/views.ts';
import { DetailAccounts, DetailFrame } from '../../ui/detail-frame.tsx';
import { formatCount, formatRange, formatShare, formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationsOf } from '../annotations/annotations-of.tsx';
import { formWords } from './model.ts';

/** The template that the cursor of the list is on, without leaving the list. Its words stay masked. */
export function TemplateDetail({ id }: { id: string }) {
  const { timeZone, counts } = useSession((state) => state.case!);
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getTemplate, { id }, dataVersion, true);
  return (
    <DetailFrame
      kind="Template"
      id={id}
      onOpen={() => openTemplate(id)}
      answer={answer}
      notes={<AnnotationsOf references={[formatReference({ kind: 'template', template: id })]} />}
    >
      {({ template, accounts }) => (
        <>
          <section>
            <dl className="fields">
              <Field name="Form" text={formWords(template)} />
              <Field
                name="Requests"
                text={`${formatUnits(template.requests, 'request')}, ${formatShare(template.requests, counts.requests)} of all`}
              />
              <Field name="Fillings" text={`${formatCount(template.fillings)} distinct`} />
              {template.firstUs !== null && template.lastUs !== null && (
                <Field
                  name="Time"
                  text={`${formatRange(timeZone, template.firstUs, template.lastUs)}, ${timeZone}`}
                />
              )}
            </dl>
          </section>
          <DetailAccounts accounts={accounts} count={template.accounts} />
        </>
      )}
    </DetailFrame>
  );
}

function Field({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
