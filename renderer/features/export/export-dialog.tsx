import { defaultChoice } from '../../../shared/contract/bundles.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { RunningJob } from '../../ui/running-job.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { ExportChoices } from './export-choices.tsx';
import { ExportResult } from './export-result.tsx';
import { CHOOSING, useExport } from './export-store.ts';
import './export.css';

/** Chooses what a bundle holds and how it is marked, shows what that gives, writes it, and checks what was written. */
export function ExportDialog() {
  const stage = useExport((state) => state.stage);
  const start = useCall(defaultChoice, {});
  return (
    <Dialog title="Export a bundle" onClose={closeDialog} wide>
      {start.error !== undefined && <ErrorPanel error={start.error} onRetry={start.retry} />}
      {/* Kept while it is written, so that what was chosen is there again when it fails. */}
      {start.value && <ExportChoices start={start.value} hidden={stage.name !== 'choosing'} />}
      {stage.name === 'running' && (
        <RunningJob title={stage.title} what="export">
          <p aria-live="polite">
            <Shown text={stage.title} />
          </p>
        </RunningJob>
      )}
      {stage.name === 'done' && <ExportResult {...stage} />}
      {(stage.name !== 'choosing' || !start.value) && (
        <div className="dialog-acts">
          {stage.name === 'done' && (
            <button type="button" onClick={() => useExport.setState({ stage: CHOOSING })}>
              Export another
            </button>
          )}
          <button type="button" className="primary" onClick={closeDialog}>
            {stage.name === 'running' ? 'Go on in the background' : 'Close'}
          </button>
        </div>
      )}
    </Dialog>
  );
}
