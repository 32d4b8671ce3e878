import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { MentionText } from '../annotations/mention-text.tsx';
import { OfClaim } from './of-claim.tsx';
import { StepHeading } from './step-heading.tsx';

/** How the exhibits lead to the claim; what it mentions is a way there. */
export function ReasoningStep({ finding, number }: { finding: FindingDetail; number: number }) {
  return (
    <>
      <StepHeading over={<OfClaim finding={finding} number={number} />}>Why this is so</StepHeading>
      <p className="review-text">
        <MentionText text={finding.reasoning} />
      </p>
    </>
  );
}
