import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { useSession } from '../../store/session.ts';
import { formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

/** Who agrees and who dissents, dissent first and each with its reason: none is ever left out. */
export function Said({ finding }: { finding: FindingDetail }) {
  const zone = useSession((state) => state.case!.timeZone);
  const verdicts = [
    ...finding.verdicts.filter(({ verdict }) => verdict === 'dissents'),
    ...finding.verdicts.filter(({ verdict }) => verdict === 'agrees'),
  ];
  return (
    <section className="review-said" aria-label="Status and verdicts">
      <h2>Status and verdicts</h2>
      <p>
        Status:{' '}
        <strong className={finding.status === 'withdrawn' || finding.status === 'dissented' ? 'warn' : ''}>
          {finding.status}
        </strong>
      </p>
      {verdicts.length === 0 && <p className="soft">Nobody has said yet whether they agree.</p>}
      <ul className="verdicts">
        {verdicts.map(({ author, verdict, atUs, reason, changedSince }) => (
          <li key={author} className={verdict === 'dissents' ? 'verdict-dissent' : ''}>
            <strong>
              <Shown text={author} max={60} /> {verdict}
            </strong>{' '}
            <span className="soft">
              {formatMinute(zone, atUs)} {zone}
            </span>
            {changedSince && <span className="warn"> · said of an older state of the finding</span>}
            {reason !== '' && (
              <p>
                <Shown text={reason} max={10_000} lines />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
