import type { Review } from '../../../shared/contract/review.ts';
import { useSession } from '../../store/session.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { markingOf } from './handling.ts';
import { StepHeading } from './step-heading.tsx';

/** Characters of the hash of the data, enough to compare by eye. */
const SHORT = 16;

/** What is shown, of which case and data, how it must be handled, and who shows it. */
export function TitleStep({ review }: { review: Review }) {
  const info = useSession((state) => state.case)!;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ['Reference', info.reference === '' ? 'none given' : <Shown key="r" text={info.reference} max={200} />],
    ['Handling', markingOf(info)],
    ['Findings', formatUnits(review.findings.length, 'finding')],
    [
      'Data',
      <>
        {formatUnits(info.counts.requests, 'request')} of {formatUnits(info.counts.accounts, 'account')},
        SHA-256 <span className="mono">{info.dataHash.slice(0, SHORT)}…</span>
      </>,
    ],
    ['Times in', info.timeZone],
    ['Presented by', <Shown key="p" text={review.presenter} max={100} />],
  ];
  return (
    <>
      <StepHeading over="Review of findings">
        <Shown text={info.name} max={200} />
      </StepHeading>
      <section className="review-question" aria-labelledby="review-question">
        <h2 id="review-question">Question</h2>
        {info.question === '' ? (
          <p className="soft">No question is written in this case.</p>
        ) : (
          <p>
            <Shown text={info.question} max={10_000} lines />
          </p>
        )}
      </section>
      <dl className="review-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Missing review={review} />
    </>
  );
}

/** What is left out, and what is shown though it was taken back. */
function Missing({ review: { findings, gone } }: { review: Review }) {
  const withdrawn = findings.filter(({ status }) => status === 'withdrawn').length;
  return (
    <>
      {gone > 0 && (
        <p className="warn">
          {formatUnits(gone, 'finding')} chosen for this review {gone === 1 ? 'is' : 'are'} no longer in the
          case and {gone === 1 ? 'is' : 'are'} skipped.
        </p>
      )}
      {withdrawn > 0 && (
        <p className="warn">
          {formatUnits(withdrawn, 'finding')} shown here {withdrawn === 1 ? 'was' : 'were'} withdrawn, and
          marked so.
        </p>
      )}
      {findings.length === 0 && (
        <p>No finding is chosen. Leave with Esc and choose findings under Review in the list of findings.</p>
      )}
    </>
  );
}
