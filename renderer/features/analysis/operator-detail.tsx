import { getOperator, type OperatorResult } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { useSession } from '../../store/session.ts';
import { openOperator } from '../../store/views.ts';
import { DetailAccounts, DetailFrame } from '../../ui/detail-frame.tsx';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { AnnotationsOf } from '../annotations/annotations-of.tsx';
import { LikelihoodWord } from './likelihood-word.tsx';

/** The operator that the cursor of the list is on, without leaving the list. */
export function OperatorDetail({ id }: { id: string }) {
  const { requests } = useSession((state) => state.case!.counts);
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(getOperator, { id }, dataVersion, true);
  return (
    <DetailFrame
      kind="Operator"
      id={id}
      onOpen={() => openOperator(id)}
      answer={answer}
      notes={<AnnotationsOf references={[formatReference({ kind: 'operator', operator: id })]} />}
    >
      {({ operator, members }) => (
        <>
          <Summary operator={operator} requests={requests} />
          <DetailAccounts accounts={members} count={members.length} order=", by score" />
        </>
      )}
    </DetailFrame>
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
