import { LIKELIHOODS, type Likelihood } from '../../../shared/contract/analysis.ts';
import { likelihoodStep, needsDecision } from './words.ts';

const STEP_PX = 5;

interface Props {
  readonly likelihood: Likelihood;
  /** Of a claim that calls for no decision by itself: that accounts act together is innocent of most. */
  readonly neutral?: boolean;
}

/** An estimative word, and beside it its place among the seven, so that a column of them can be scanned. */
export function LikelihoodWord({ likelihood, neutral = false }: Props) {
  const at = likelihoodStep(likelihood);
  const high = !neutral && needsDecision(likelihood);
  return (
    <span className={high ? 'likelihood likelihood-high' : 'likelihood'}>
      <svg width={LIKELIHOODS.length * STEP_PX - 1} height={10} aria-hidden="true">
        {LIKELIHOODS.map((word, step) => (
          <rect
            key={word}
            className={step <= at ? 'likelihood-on' : 'likelihood-off'}
            x={step * STEP_PX}
            y={step === at ? 0 : 3}
            width={STEP_PX - 1}
            height={step === at ? 10 : 4}
          />
        ))}
      </svg>
      {likelihood}
    </span>
  );
}
