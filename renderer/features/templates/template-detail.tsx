import { getTemplate } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { useSession } from '../../store/session.ts';
import { openAccount, openTemplate } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatRange, formatShare, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationsOf } from '../annotations/annotations-of.tsx';
import { formWords } from './model.ts';

/** Accounts listed by name; the page of the template has them all. */
const MOST_ACCOUNTS = 20;

/** The template that the cursor of the list is on, without leaving the list. Its words stay masked. */
export function TemplateDetail({ id }: { id: string }) {
  const { timeZone, counts } = useSession((state) => state.case!);
  const dataVersion = useSession((state) => state.dataVersion);
  const { value, error, retry } = useCall(getTemplate, { id }, dataVersion, true);
  return (
    <aside className="detail" aria-label="Detail">
      <header className="detail-head">
        <p className="soft">Template</p>
        <h2 className="mono">
          <Shown text={id} max={40} />
        </h2>
        <button type="button" onClick={() => openTemplate(id)}>
          Open
        </button>
      </header>
      <AnnotationsOf references={[formatReference({ kind: 'template', template: id })]} />
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      {value && (
        <>
          <section>
            <dl className="fields">
              <Field name="Form" text={formWords(value.template)} />
              <Field
                name="Requests"
                text={`${formatUnits(value.template.requests, 'request')}, ${formatShare(value.template.requests, counts.requests)} of all`}
              />
              <Field name="Fillings" text={`${formatCount(value.template.fillings)} distinct`} />
              {value.template.firstUs !== null && value.template.lastUs !== null && (
                <Field
                  name={`Time (${timeZone})`}
                  text={formatRange(timeZone, value.template.firstUs, value.template.lastUs)}
                />
              )}
            </dl>
          </section>
          <section>
            <h3>
              Accounts{' '}
              <span className="soft">
                {value.template.accounts > MOST_ACCOUNTS && `${MOST_ACCOUNTS} of `}
                {formatCount(value.template.accounts)}
              </span>
            </h3>
            <ul className="detail-list">
              {value.accounts.slice(0, MOST_ACCOUNTS).map(({ account }) => (
                <li key={account}>
                  <button type="button" className="link mono" onClick={() => openAccount(account)}>
                    <Shown text={account} max={40} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </aside>
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
