import { useState } from 'react';
import {
  type BundleResult,
  exportBundle,
  planBundle,
  type Verification,
  verifyBundle,
} from '../../../shared/contract/bundles.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { runJob, useJobs } from '../../store/jobs.ts';
import { refreshCase, useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { fileNamePart } from '../../ui/file-name.ts';
import { formatBytes, formatUnits } from '../../ui/format.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { progressText } from '../../ui/progress-text.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { planLines } from './model.ts';
import { VerificationResult } from './verification-result.tsx';
import './export.css';

type Stage =
  | { readonly name: 'plan'; readonly note: string }
  | { readonly name: 'running' }
  | {
      readonly name: 'done';
      readonly bundle: BundleResult;
      readonly check: Verification | null;
      readonly failure: unknown;
    }
  | { readonly name: 'failed'; readonly failure: unknown };

const KEPT = 'The unfinished bundle is removed; the case is not affected.';

/** Says what a bundle will hold, writes it, and checks what was written. */
export function ExportDialog() {
  const info = useSession((state) => state.case)!;
  const plan = useCall(planBundle, {});
  const job = useJobs((state) => state.jobs.at(-1));
  const [stage, setStage] = useState<Stage>({ name: 'plan', note: '' });

  const start = async () => {
    const [file] = await window.stillwatch.pick('save-bundle', `${fileNamePart(info.name)}-bundle.zip`);
    if (!file) return;
    setStage({ name: 'running' });
    try {
      const bundle = await runJob(`Exporting ${file.name}`, KEPT, exportBundle, { grant: file.grant });
      await refreshCase();
      const title = `Verifying ${file.name}`;
      const checked = runJob(title, 'The bundle stays as it is, not verified.', verifyBundle, {
        grant: file.grant,
      });
      setStage(
        await checked.then(
          (check): Stage => ({ name: 'done', bundle, check, failure: null }),
          (failure: unknown): Stage => ({ name: 'done', bundle, check: null, failure }),
        ),
      );
    } catch (failure) {
      if (isCancelled(failure))
        setStage({ name: 'plan', note: 'The export was cancelled; no bundle was kept.' });
      else setStage({ name: 'failed', failure });
    }
  };

  return (
    <Dialog title="Export a bundle" onClose={closeDialog}>
      {stage.name === 'plan' && (
        <>
          <p>
            A package that anyone can read and verify without Stillwatch. It is marked{' '}
            <strong>{info.handling}</strong> and is not encrypted.
          </p>
          {plan.error !== undefined && <ErrorPanel error={plan.error} onRetry={plan.retry} />}
          {plan.value && (
            <ul className="plan" aria-label="What the bundle will hold">
              {planLines(plan.value).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <p className="soft">
            The prompt text field and requests that no annotation cites stay in the case. Columns of the files
            that no field takes go with the cited rows.
          </p>
          {stage.note && <p className="warn">{stage.note}</p>}
        </>
      )}
      {stage.name === 'running' && (
        <div className="running" aria-live="polite">
          <p>
            <Shown text={job?.title ?? 'Exporting'} />
          </p>
          <progress aria-label="Export progress" value={progressText(job?.progress).fraction01} max={1} />
          <p className="soft">{progressText(job?.progress).text}</p>
          {job && (
            <p>
              <button type="button" disabled={job.cancelling} onClick={job.cancel}>
                Cancel
              </button>{' '}
              <span className="soft">{job.cancelEffect}</span>
            </p>
          )}
        </div>
      )}
      {stage.name === 'failed' && <ErrorPanel error={stage.failure} />}
      {stage.name === 'done' && (
        <>
          <p>
            Written: <Shown text={stage.bundle.file} /> · {formatUnits(stage.bundle.files, 'file')} ·{' '}
            {formatBytes(stage.bundle.sizeBytes)}
          </p>
          <p className="hash">
            SHA-256 <code className="mono">{stage.bundle.sha256}</code>{' '}
            <CopyButton text={stage.bundle.sha256} what="the SHA-256 of the bundle" />
          </p>
          {stage.check && <VerificationResult verification={stage.check} />}
          {stage.failure !== null && <ErrorPanel error={stage.failure} />}
        </>
      )}
      <div className="dialog-acts">
        <button type="button" onClick={closeDialog}>
          {stage.name === 'running' ? 'Go on in the background' : 'Close'}
        </button>
        {(stage.name === 'plan' || stage.name === 'failed') && (
          <button type="button" className="primary" disabled={!plan.value} onClick={start}>
            Choose a place and export
          </button>
        )}
      </div>
    </Dialog>
  );
}
