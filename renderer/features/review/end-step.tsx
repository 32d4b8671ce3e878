import type { Review } from '../../../shared/contract/review.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { StepHeading } from './step-heading.tsx';
import { showFinding } from './walk-store.ts';

/** All findings that were shown, with where each stands. */
export function EndStep({ review: { findings, gone } }: { review: Review }) {
  return (
    <>
      <StepHeading over="End of the review">{formatUnits(findings.length, 'finding')}</StepHeading>
      {findings.length > 0 && (
        <table className="table review-list" aria-label="Findings of the review">
          <thead>
            <tr>
              <th scope="col" className="number">
                No.
              </th>
              <th scope="col">Claim</th>
              <th scope="col">Status</th>
              <th scope="col">Verdicts</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(({ id, claim, status, verdicts }, at) => (
              <tr key={id}>
                <td className="number">{at + 1}</td>
                <td>
                  <button type="button" className="link" onClick={() => showFinding(at + 1)}>
                    <Shown text={claim} max={400} />
                  </button>
                </td>
                <td className={status === 'withdrawn' || status === 'dissented' ? 'nowrap warn' : 'nowrap'}>
                  {status}
                </td>
                <td>{verdictWords(verdicts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gone > 0 && <p className="warn">{formatUnits(gone, 'finding')} no longer in the case, skipped.</p>}
    </>
  );
}

function verdictWords(verdicts: Review['findings'][number]['verdicts']): string {
  const dissents = verdicts.filter(({ verdict }) => verdict === 'dissents').length;
  const agrees = verdicts.length - dissents;
  if (verdicts.length === 0) return 'none';
  return [
    dissents > 0 && `${dissents} ${dissents === 1 ? 'dissents' : 'dissent'}`,
    agrees > 0 && `${agrees} ${agrees === 1 ? 'agrees' : 'agree'}`,
  ]
    .filter(Boolean)
    .join(', ');
}
