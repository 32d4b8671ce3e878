import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { About } from './about.tsx';
import { ConfidencePart, LikelihoodPart } from './estimates.tsx';
import { Said } from './said.tsx';
import { StepHeading } from './step-heading.tsx';

/** What is claimed, how likely it is, apart from that how good the evidence is, and who stands by it. */
export function ClaimStep({ finding, number, of }: { finding: FindingDetail; number: number; of: number }) {
  return (
    <>
      <StepHeading
        over={
          <>
            Finding {number} of {of}
            {finding.status === 'withdrawn' && <strong className="warn"> · withdrawn</strong>}
          </>
        }
      >
        <Shown text={finding.claim} max={2000} />
      </StepHeading>
      <div className="review-columns">
        <div>
          <LikelihoodPart finding={finding} />
          <About finding={finding} />
        </div>
        <div>
          <Said finding={finding} />
          <ConfidencePart finding={finding} />
        </div>
      </div>
      <p className="soft">
        {finding.exhibits.length === 0
          ? 'No exhibit is pinned to it.'
          : `${formatUnits(finding.exhibits.length, 'exhibit')} follow${finding.exhibits.length === 1 ? 's' : ''}.`}
        {finding.reasoning === '' && ' No reasoning is written.'}
      </p>
    </>
  );
}
