import type { FindingRow } from '../../../shared/contract/findings.ts';
import { openFinding } from '../../store/findings.ts';
import { formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { describeTarget } from '../annotations/model.ts';
import { LIKELIHOOD_RANGES, verdictCounts } from './finding-words.ts';

/** Targets of a scope that are named before the others are counted. */
const MOST_NAMED = 2;

/** Findings, oldest first; likelihood and confidence in columns of their own. */
export function FindingTable({ findings, zone }: { findings: readonly FindingRow[]; zone: string }) {
  return (
    <table className="table finding-table" aria-label="Findings">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Status</th>
          <th scope="col">Likelihood</th>
          <th scope="col">Confidence</th>
          <th scope="col">Exhibits</th>
          <th scope="col">Verdicts</th>
          <th scope="col">Changed</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.id}>
            <td className="claim-cell">
              <button type="button" className="link strong" onClick={() => openFinding(finding.id)}>
                <Shown text={finding.claim} max={300} />
              </button>
              <span className="soft cell-under">{scopeText(finding.scope, zone)}</span>
            </td>
            <td className={finding.status === 'for review' ? 'nowrap warn' : 'nowrap'}>{finding.status}</td>
            <td className="nowrap">
              {finding.likelihood ?? <span className="soft">not said</span>}
              {finding.likelihood && (
                <span className="soft cell-under">{LIKELIHOOD_RANGES[finding.likelihood]}</span>
              )}
            </td>
            <td>{finding.confidence ?? <span className="soft">not said</span>}</td>
            <td className="nowrap">
              {formatUnits(finding.exhibits, 'exhibit')}
              <Checked finding={finding} />
            </td>
            <td>{verdictCounts(finding) || <span className="soft">none</span>}</td>
            <td className="nowrap">
              <Shown text={finding.changedBy} max={40} />
              <span className="soft cell-under">{formatMinute(zone, finding.changedUs)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Checked({ finding: { exhibits, drifted, unchecked } }: { finding: FindingRow }) {
  if (exhibits === 0) return null;
  const rest = exhibits - drifted - unchecked;
  return (
    <span className="cell-under">
      {drifted > 0 && <span className="warn">{drifted} drifted </span>}
      {unchecked > 0 && <span className="soft">{unchecked} unchecked </span>}
      {drifted === 0 && unchecked === 0 && <span className="soft">{rest} matched when last checked</span>}
    </span>
  );
}

function scopeText(scope: readonly string[], zone: string): string {
  if (scope.length === 0) return 'no scope named';
  const named = scope.slice(0, MOST_NAMED).map((reference) => describeTarget(reference, zone, true));
  const more = scope.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
