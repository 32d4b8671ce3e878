import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { Shown } from '../../ui/shown.tsx';
import { LIKELIHOOD_RANGES } from '../findings/finding-words.ts';

/** How likely the claim is. The confidence stands in another place and never in one sentence with it. */
export function LikelihoodPart({ finding: { likelihood } }: { finding: FindingDetail }) {
  return (
    <section className="review-estimate" aria-label="Likelihood">
      <h2>Likelihood of the claim</h2>
      {likelihood === null ? (
        <p className="review-word soft">not said</p>
      ) : (
        <>
          <p className="review-word">{likelihood}</p>
          <p className="soft">{LIKELIHOOD_RANGES[likelihood]}, as ICD-203 uses the word</p>
        </>
      )}
    </section>
  );
}

/** How good the evidence is, and why. */
export function ConfidencePart({ finding: { confidence, confidenceReason } }: { finding: FindingDetail }) {
  return (
    <section className="review-estimate" aria-label="Confidence">
      <h2>Confidence in the evidence</h2>
      <p className={confidence === null ? 'review-word soft' : 'review-word'}>{confidence ?? 'not said'}</p>
      {confidenceReason === '' ? (
        <p className="soft">No reason is written.</p>
      ) : (
        <p>
          <Shown text={confidenceReason} max={5000} lines />
        </p>
      )}
    </section>
  );
}
