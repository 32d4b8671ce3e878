import { openDialog } from '../../store/dialogs.ts';
import { BACKUP_TITLE, backUp, openInstead, restore, useKeeping } from '../../store/keeping.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatBytes, formatCount } from '../../ui/format.ts';
import { RunningJob } from '../../ui/running-job.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useWhyNotRewritten } from './use-why-not-rewritten.ts';

/** Copying the case, opening a copy in its place, and giving back room. */
export function Keeping() {
  const { backUp: last, backingUp, error } = useKeeping();
  const readOnly = useSession((state) => state.case!.readOnly);
  const whyNot = useWhyNotRewritten();
  return (
    <section aria-labelledby="settings-keeping">
      <h2 id="settings-keeping">Backup</h2>
      <dl className="settings-does">
        <dt>
          <button type="button" disabled={backingUp} onClick={() => void backUp()}>
            Back up…
          </button>
        </dt>
        <dd>
          A copy of the case as it is now, with the same passphrase, read whole before it takes its name. The
          case stays usable meanwhile.
        </dd>
        <dt>
          <button type="button" onClick={() => void restore()}>
            Open a backup…
          </button>
        </dt>
        <dd>A backup is a case: to restore it is to open it. This case is closed and stays as it is.</dd>
        <dt>
          <button
            type="button"
            disabled={whyNot !== null}
            title={whyNot ?? undefined}
            onClick={() => openDialog({ name: 'compact' })}
          >
            Compact…
          </button>
        </dt>
        <dd>Gives back the room that removed data left in the file.</dd>
      </dl>
      {backingUp && <RunningJob title={BACKUP_TITLE} what="backup" />}
      {error !== null && <ErrorPanel error={error} onRetry={() => void backUp()} />}
      {last && (
        <section className="backup-made" aria-label="Last backup">
          <p>
            Backed up to <Shown text={last.file.name} max={120} />, in the folder chosen:{' '}
            {formatBytes(last.made.bytes)}, {formatCount(last.made.custodyEntries)} custody entries.
          </p>
          <p className="mono hash">SHA-256 {last.made.sha256}</p>
          {last.made.fault === null ? (
            <p className="soft">
              Read whole: its custody log holds.
              {readOnly === null && ' The hash stands in the log of this case.'}
            </p>
          ) : (
            <p className="warn">
              The copy is whole, but its custody log does not hold, as that of the case: {last.made.fault}.
            </p>
          )}
          <button type="button" onClick={() => void openInstead(last.file)}>
            Close this case and open the backup…
          </button>
        </section>
      )}
    </section>
  );
}
