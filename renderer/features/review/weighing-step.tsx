import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { getMatrix } from '../../../shared/contract/hypotheses.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { MentionText } from '../annotations/mention-text.tsx';
import { OfClaim } from './of-claim.tsx';
import { StepHeading } from './step-heading.tsx';
import { Weighed } from './weighed.tsx';

/** Which rival hypothesis has least against it and on what that rests, and what is still open. */
export function WeighingStep({ finding, number }: { finding: FindingDetail; number: number }) {
  const version = useSession((state) => state.notesVersion + state.dataVersion);
  const matrix = useCall(getMatrix, { finding: finding.id }, version);
  return (
    <>
      <StepHeading over={<OfClaim finding={finding} number={number} />}>
        What else would explain it
      </StepHeading>
      {matrix.error !== undefined && <ErrorPanel error={matrix.error} onRetry={matrix.retry} />}
      {matrix.value && <Weighed matrix={matrix.value} />}
      <OpenQuestions finding={finding} />
    </>
  );
}

/** What would change our mind, and what was to be expected but is not there. */
export function OpenQuestions({ finding }: { finding: FindingDetail }) {
  const parts = [
    ['What would change our mind', finding.changeMind],
    ['Expected, but absent', finding.missing],
  ] as const;
  return (
    <div className="review-columns">
      {parts.map(([title, text]) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {text === '' ? (
            <p className="soft">Nothing is written.</p>
          ) : (
            <p className="review-text">
              <MentionText text={text} />
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
