import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Grant } from '../../../shared/bridge.ts';
import type { Verification } from '../../../shared/contract/bundles.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { isCancelled } from '../../ui/message-of.ts';
import { RunningJob } from '../../ui/running-job.tsx';
import { Shown } from '../../ui/shown.tsx';
import { openBundleAsCase } from './open-bundle.ts';
import { VerificationResult } from './verification-result.tsx';
import { type VerifyOptions, verify, verifyTitle } from './verify-file.ts';
import './export.css';

/** Checks a bundle as soon as it is shown, and again for an expected key or with everything worked out anew. */
export function VerifyDialog({ file }: { file: Grant }) {
  const isOpen = useSession((state) => state.case !== null);
  const [key, setKey] = useState('');
  const [recompute, setRecompute] = useState(false);
  const [result, setResult] = useState<Verification | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState<'' | 'verifying' | 'opening'>('');
  const current = useRef<object>(undefined);

  const attempt = async (options: VerifyOptions) => {
    const mine = {};
    current.current = mine;
    setBusy('verifying');
    setFailure(null);
    setResult(null);
    try {
      const found = await verify(file, options);
      if (current.current === mine) setResult(found);
    } catch (error) {
      if (current.current === mine) setFailure(error);
    }
    if (current.current === mine) setBusy('');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for another file, and by the button
  useEffect(() => {
    void attempt({ key: '', recompute: false });
    return () => {
      current.current = undefined;
    };
  }, [file]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy === '') void attempt({ key, recompute });
  };
  const open = async () => {
    setBusy('opening');
    setFailure(null);
    try {
      await openBundleAsCase(file);
    } catch (error) {
      setFailure(error);
      setBusy('');
    }
  };

  return (
    <Dialog title="Verify a bundle" onClose={closeDialog} wide>
      <p>
        <Shown text={file.name} max={200} />
      </p>
      {busy === 'verifying' && <RunningJob title={verifyTitle(file)} what="verification" />}
      {failure !== null && isCancelled(failure) && (
        <p className="warn">Cancelled. The bundle was not verified.</p>
      )}
      {failure !== null && !isCancelled(failure) && <ErrorPanel error={failure} />}
      {result && <VerificationResult verification={result} />}
      <form className="verify-again" onSubmit={submit} noValidate>
        <Field
          label="Expected key"
          hint="Public key (RW…) or fingerprint of who should have signed it, as its owner told you. Empty for anyone."
        >
          {(ids) => (
            <input
              {...ids}
              className="mono"
              spellCheck={false}
              autoComplete="off"
              maxLength={200}
              value={key}
              onChange={({ target }) => setKey(target.value)}
            />
          )}
        </Field>
        <label className="said-choice">
          <input type="checkbox" checked={recompute} onChange={() => setRecompute(!recompute)} />
          <span>
            Work everything out again
            <span className="soft">
              Makes every file and exhibit anew from the bundle’s own tables and compares. Takes about as long
              as the export.
            </span>
          </span>
        </label>
        <div className="dialog-acts">
          {result?.ok && (
            <button type="button" disabled={busy !== ''} onClick={() => void open()}>
              {busy === 'opening'
                ? 'Opening'
                : isOpen
                  ? 'Close this case and open the bundle'
                  : 'Open it, read-only'}
            </button>
          )}
          <button type="submit" disabled={busy !== ''}>
            Verify again
          </button>
          <button type="button" className="primary" onClick={closeDialog}>
            Close
          </button>
        </div>
      </form>
    </Dialog>
  );
}
