import { FINDING_STATUSES, type FindingDetail } from '../../../shared/contract/findings.ts';
import { markFinding } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';

/** Where the finding stands; any status may follow any other. */
export function StatusPicker({ finding }: { finding: FindingDetail }) {
  const disabled = useSession((state) => state.case?.readOnly !== null);
  return (
    <fieldset className="finding-status">
      <legend className="soft">Status</legend>
      {FINDING_STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={status === finding.status}
          disabled={disabled}
          onClick={() => void markFinding(finding.id, status)}
        >
          {status[0].toUpperCase() + status.slice(1)}
        </button>
      ))}
    </fieldset>
  );
}
