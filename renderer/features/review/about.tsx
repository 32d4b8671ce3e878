import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { accountOfReference, parseReference } from '../../../shared/reference.ts';
import { openReference } from '../../store/open-reference.ts';
import { useSession } from '../../store/session.ts';
import { describeTarget } from '../annotations/model.ts';
import { PromptText } from '../search/prompt-text.tsx';

/** What the finding is about, each a way there. The prompt of a request is masked until somebody reveals it. */
export function About({ finding: { scope, gone } }: { finding: FindingDetail }) {
  const zone = useSession((state) => state.case!.timeZone);
  const requests = scope.filter(
    (reference) => parseReference(reference)?.kind === 'request' && !gone.includes(reference),
  );
  return (
    <section className="review-about" aria-label="Scope">
      <h2>About</h2>
      {scope.length === 0 && <p className="soft">Nothing is named.</p>}
      <ul>
        {scope.map((reference) => {
          const parsed = parseReference(reference);
          return (
            <li key={reference}>
              <button
                type="button"
                className="link"
                onClick={() => openReference(reference, parsed ? accountOfReference(parsed) : null)}
              >
                <bdi>{describeTarget(reference, zone, true)}</bdi>
              </button>
              {gone.includes(reference) && <span className="warn"> no longer in the case</span>}
              {requests.includes(reference) && <PromptText request={reference} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
