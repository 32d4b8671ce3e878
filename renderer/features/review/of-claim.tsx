import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { Shown } from '../../ui/shown.tsx';

/** Which finding a page belongs to. */
export function OfClaim({ finding, number }: { finding: FindingDetail; number: number }) {
  return (
    <>
      Finding {number}
      {finding.status === 'withdrawn' && <strong className="warn">, withdrawn</strong>}:{' '}
      <Shown text={finding.claim} max={160} />
    </>
  );
}
