import type { Review } from '../../../shared/contract/review.ts';
import { ClaimStep } from './claim-step.tsx';
import { EndStep } from './end-step.tsx';
import { ExhibitStep } from './exhibit-step.tsx';
import { ReasoningStep } from './reasoning-step.tsx';
import type { ReviewStep } from './steps.ts';
import { TitleStep } from './title-step.tsx';
import { WeighingStep } from './weighing-step.tsx';

/** What a page shows. */
export function StepBody({ step, review }: { step: ReviewStep; review: Review }) {
  switch (step.kind) {
    case 'title':
      return <TitleStep review={review} />;
    case 'claim':
      return <ClaimStep finding={step.finding} number={step.number} of={review.findings.length} />;
    case 'reasoning':
      return <ReasoningStep finding={step.finding} number={step.number} />;
    case 'exhibit':
      return (
        <ExhibitStep
          finding={step.finding}
          number={step.number}
          exhibit={step.exhibit}
          exhibitNumber={step.exhibitNumber}
        />
      );
    case 'weighing':
      return <WeighingStep finding={step.finding} number={step.number} />;
    case 'end':
      return <EndStep review={review} />;
  }
}
