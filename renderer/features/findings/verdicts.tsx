import { useId, useState } from 'react';
import type { FindingDetail, Verdict } from '../../../shared/contract/findings.ts';
import { sayVerdict } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

/** Who agrees and who dissents, and a place for the person at work to say so. */
export function Verdicts({ finding }: { finding: FindingDetail }) {
  const { timeZone, readOnly } = useSession((state) => state.case)!;
  return (
    <>
      {finding.verdicts.length === 0 ? (
        <p className="soft">Nobody has said yet whether they agree.</p>
      ) : (
        <ul className="verdicts" aria-label="Verdicts">
          {finding.verdicts.map((verdict) => (
            <li key={verdict.author} className={verdict.verdict === 'dissents' ? 'verdict-dissent' : ''}>
              <strong>
                <Shown text={verdict.author} max={60} /> {verdict.verdict}
              </strong>{' '}
              <span className="soft">
                {formatMinute(timeZone, verdict.atUs)} {timeZone}
              </span>
              {verdict.changedSince && (
                <span className="warn"> · said of an older state; the finding was changed since</span>
              )}
              {verdict.reason !== '' && (
                <p>
                  <Shown text={verdict.reason} max={10_000} lines />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {readOnly === null && finding.status !== 'withdrawn' && <VerdictForm finding={finding} />}
      {finding.status === 'withdrawn' && (
        <p className="soft">The finding was withdrawn: there is nothing to agree or dissent with.</p>
      )}
    </>
  );
}

function VerdictForm({ finding }: { finding: FindingDetail }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();
  const give = async (verdict: Verdict['verdict']) => {
    const isMissing = verdict === 'dissents' && reason.trim() === '';
    setMissing(isMissing);
    if (!isMissing && (await sayVerdict(finding.id, verdict, reason))) setReason('');
  };
  return (
    <div className="verdict-form">
      <label htmlFor={id}>Your reason (a dissent needs one)</label>
      <textarea
        id={id}
        rows={2}
        maxLength={10_000}
        value={reason}
        aria-invalid={missing || undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {missing && (
        <p className="field-error" role="alert">
          A dissent says why. Write the reason, then dissent.
        </p>
      )}
      <button type="button" onClick={() => void give('agrees')}>
        Agree
      </button>{' '}
      <button type="button" onClick={() => void give('dissents')}>
        Dissent
      </button>{' '}
      {finding.verdicts.length > 0 && (
        <button type="button" className="quiet" onClick={() => void sayVerdict(finding.id, null, '')}>
          Take my verdict back
        </button>
      )}
    </div>
  );
}
