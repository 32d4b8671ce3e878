import { useState } from 'react';
import type { Rewritten } from '../../../shared/contract/cases.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { compact, REWRITE_TITLE } from '../../store/keeping.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatBytes } from '../../ui/format.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { RunningJob } from '../../ui/running-job.tsx';

/** Says what compacting does, does it, and tells what became of the size. */
export function CompactDialog() {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Rewritten | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      setDone(await compact());
    } catch (error) {
      setFailure(isCancelled(error) ? null : error);
    }
    setBusy(false);
  };
  return (
    <Dialog title="Compact the case file" onClose={busy ? () => undefined : closeDialog}>
      {busy ? (
        <RunningJob title={REWRITE_TITLE} what="rewriting">
          <p>The case is written anew beside its file. Nothing is lost if this is interrupted.</p>
        </RunningJob>
      ) : done ? (
        <p role="status">
          {formatBytes(done.bytesBefore)} before, {formatBytes(done.bytesAfter)} now.
        </p>
      ) : (
        <p>
          Data that were taken back leave room in the file. Compacting writes the case anew without it:
          nothing in the case changes. It needs as much free room on the disk as the case takes.
        </p>
      )}
      {failure !== null && <ErrorPanel error={failure} />}
      {!busy && (
        <div className="dialog-acts">
          <button type="button" className={done ? 'primary' : ''} onClick={closeDialog}>
            {done ? 'Close' : 'Cancel'}
          </button>
          {!done && (
            <button type="button" className="primary" onClick={run}>
              Compact
            </button>
          )}
        </div>
      )}
    </Dialog>
  );
}
