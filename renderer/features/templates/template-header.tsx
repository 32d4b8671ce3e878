import type { ReactNode } from 'react';
import type { AnalysisInfo, TemplateRow } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { BackButton } from '../../ui/back-button.tsx';
import { formatCount, formatMinute, formatShare } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { formWords } from './model.ts';

interface Props {
  readonly template: TemplateRow;
  readonly info: AnalysisInfo;
}

/** Which template it is, and how much it is used, each measure beside its denominator. */
export function TemplateHeader({ template, info }: Props) {
  const { counts, timeZone } = useSession((state) => state.case!);
  const { requests, accounts, regulars, customers, fillings, fresh, crowd } = template;
  return (
    <header className="account-header">
      <div className="account-title">
        <BackButton fallback={{ name: 'templates' }} />
        <h1>
          Template{' '}
          <span className="mono">
            <Shown text={template.id} max={60} />
          </span>
        </h1>
        <span className="soft">{formWords(template)}</span>
      </div>
      <dl className="measures">
        <Measure
          title="Requests"
          about={`${formatShare(requests, counts.requests)} of all ${formatCount(counts.requests)}`}
        >
          {formatCount(requests)}
        </Measure>
        <Measure
          title="Accounts"
          about={`of ${formatCount(info.accounts)} analysed, ${formatCount(regulars)} use it regularly`}
        >
          {formatCount(accounts)}
        </Measure>
        <Measure title="Customers" about="as far as it is known who is one">
          {formatCount(customers)}
        </Measure>
        <Measure title="Distinct fillings" about="of all slots together">
          {formatCount(fillings)}
        </Measure>
        <Measure title="Fresh" about="distinct fillings to requests">
          {fresh === null ? '–' : formatShare(fresh, 1)}
        </Measure>
        <Measure title="Crowd weight" about="0 to 1: rare here, and used by many customers">
          {crowd.toFixed(2)}
        </Measure>
        <Measure title={`First and last (${timeZone})`} about={formatMinute(timeZone, template.lastUs)}>
          {formatMinute(timeZone, template.firstUs)}
        </Measure>
      </dl>
    </header>
  );
}

function Measure({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <div className="measure">
      <dt>{title}</dt>
      <dd>
        {children}
        <span className="soft">{about}</span>
      </dd>
    </div>
  );
}
