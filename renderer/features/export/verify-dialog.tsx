import { useEffect, useState } from 'react';
import type { Grant } from '../../../shared/bridge.ts';
import { type Verification, verifyBundle } from '../../../shared/contract/bundles.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { runJob, useJobs } from '../../store/jobs.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { progressText } from '../../ui/progress-text.ts';
import { Shown } from '../../ui/shown.tsx';
import { VerificationResult } from './verification-result.tsx';
import './export.css';

/** Checks a bundle as soon as it is shown. */
export function VerifyDialog({ file }: { file: Grant }) {
  const job = useJobs((state) => state.jobs.at(-1));
  const [result, setResult] = useState<Verification | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    let current = true;
    runJob(`Verifying ${file.name}`, 'The bundle stays as it is, not verified.', verifyBundle, {
      grant: file.grant,
    }).then(
      (verification) => current && setResult(verification),
      (error: unknown) => current && setFailure(error),
    );
    return () => {
      current = false;
    };
  }, [file]);

  const running = result === null && failure === null;
  return (
    <Dialog title="Verify a bundle" onClose={closeDialog} wide>
      <p>
        <Shown text={file.name} />
      </p>
      {running && (
        <div className="running" aria-live="polite">
          <progress
            aria-label="Verification progress"
            value={progressText(job?.progress).fraction01}
            max={1}
          />
          <p className="soft">{progressText(job?.progress).text}</p>
        </div>
      )}
      {failure !== null && <ErrorPanel error={failure} />}
      {result && <VerificationResult verification={result} />}
      <div className="dialog-acts">
        {running && job && (
          <button type="button" disabled={job.cancelling} onClick={job.cancel}>
            Cancel
          </button>
        )}
        <button type="button" className="primary" onClick={closeDialog}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
