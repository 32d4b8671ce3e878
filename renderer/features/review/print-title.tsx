import type { Review } from '../../../shared/contract/review.ts';
import { useSession } from '../../store/session.ts';
import { formatMinute, formatUnits, nowUs } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { markingOf } from './handling.ts';

/** Which case and data, how they must be handled, and where each finding stands. */
export function PrintTitle({ review: { findings, gone, presenter } }: { review: Review }) {
  const info = useSession((state) => state.case)!;
  return (
    <>
      <h1>
        <Shown text={info.name} max={200} />
      </h1>
      <p>
        {info.reference !== '' && (
          <>
            Reference <Shown text={info.reference} max={200} /> ·{' '}
          </>
        )}
        {markingOf(info)} · printed {formatMinute(info.timeZone, nowUs())} {info.timeZone} by{' '}
        <Shown text={presenter} max={100} />
      </p>
      <p>
        Data: {formatUnits(info.counts.requests, 'request')} of {formatUnits(info.counts.accounts, 'account')}
        , SHA-256 <span className="mono">{info.dataHash}</span>
      </p>
      {info.question !== '' && (
        <>
          <h2>Question</h2>
          <p>
            <Shown text={info.question} max={10_000} lines />
          </p>
        </>
      )}
      <h2>Findings</h2>
      <ol>
        {findings.map(({ id, claim, status }) => (
          <li key={id}>
            <Shown text={claim} max={2000} /> <em>({status})</em>
          </li>
        ))}
      </ol>
      {gone > 0 && <p>{formatUnits(gone, 'finding')} chosen, but no longer in the case.</p>}
    </>
  );
}
