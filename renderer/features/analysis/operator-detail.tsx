import { getOperator, type OperatorResult } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { useSession } from '../../store/session.ts';
import { openAccount, openOperator } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationsOf } from '../annotations/annotations-of.tsx';
import { LikelihoodWord } from './likelihood-word.tsx';

/** Accounts listed by name; the page of the operator has them all. */
const MOST_MEMBERS = 20;

/** The operator that the cursor of the list is on, without leaving the list. */
export function OperatorDetail({ id }: { id: string }) {
  const { requests } = useSession((state) => state.case!.counts);
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getOperator, { id }, dataVersion, true);
  return (
    <aside className="detail" aria-label="Detail">
      <header className="detail-head">
        <p className="soft">Operator</p>
        <h2 className="mono">
          <Shown text={id} max={40} />
        </h2>
        <button type="button" onClick={() => openOperator(id)}>
          Open
        </button>
      </header>
      <AnnotationsOf references={[formatReference({ kind: 'operator', operator: id })]} />
      {answer.error !== undefined && <ErrorPanel error={answer.error} onRetry={answer.retry} />}
      {answer.value && (
        <>
          <Summary operator={answer.value.operator} requests={requests} />
          <section>
            <h3>
              Accounts{' '}
              <span className="soft">
                {answer.value.members.length > MOST_MEMBERS && `${MOST_MEMBERS} of `}
                {formatCount(answer.value.members.length)}, by score
              </span>
            </h3>
            <ul className="detail-list">
              {answer.value.members.slice(0, MOST_MEMBERS).map(({ account }) => (
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

const CLAIMS = [
  ['together', 'Act together'],
  ['extraction', 'Extraction'],
  ['access', 'Access'],
] as const;

/** The three findings and the first reason for each, and which innocent readings fit as well. */
function Summary({ operator, requests }: { operator: OperatorResult; requests: number }) {
  const { findings, alternatives } = operator;
  const fitting = alternatives.filter(({ holding, testable }) => testable > 0 && holding === testable);
  return (
    <section>
      <dl className="fields">
        {CLAIMS.map(([key, title]) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>
              <LikelihoodWord likelihood={findings[key].likelihood} neutral={key === 'together'} />
              {findings[key].reasons.length > 0 && (
                <p className="detail-reason">
                  <Shown text={findings[key].reasons[0]} max={300} />
                </p>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>Speaks against</dt>
          <dd>
            {fitting.length === 0
              ? `None of ${formatUnits(alternatives.length, 'innocent reading')} fits in all that can be tested`
              : fitting.map(({ title }) => title).join(', ')}
          </dd>
        </div>
        <div>
          <dt>Requests</dt>
          <dd>
            {formatCount(operator.requests)}, {formatShare(operator.requests, requests)} of all
          </dd>
        </div>
      </dl>
    </section>
  );
}
