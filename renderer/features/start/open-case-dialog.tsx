import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Grant } from '../../../shared/bridge.ts';
import { openCase, probeCase } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { engine } from '../../engine.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { enterCase, useSession } from '../../store/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { formatBytes } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';

/** Asks for the passphrase where the file wants one, and who is opening it. */
export function OpenCaseDialog({ file }: { file: Grant }) {
  const userName = useSession((state) => state.appInfo?.userName ?? '');
  const probe = useCall(probeCase, { grant: file.grant });
  const [author, setAuthor] = useState(userName);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  const encrypted = probe.value?.encrypted ?? false;

  useEffect(() => {
    if (encrypted) field.current?.focus();
  }, [encrypted]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !probe.value || author.trim() === '') return;
    setBusy(true);
    setFailure(null);
    try {
      const info = await engine.call(openCase, {
        grant: file.grant,
        author,
        passphrase: encrypted ? passphrase : null,
      });
      closeDialog();
      await enterCase(info, file, author.trim());
    } catch (error) {
      setFailure(error);
      setBusy(false);
      field.current?.select();
    }
  };

  const wrong = failure instanceof StillwatchError && failure.code === 'WRONG_PASSPHRASE';
  return (
    <Dialog title="Open case" onClose={closeDialog}>
      <form onSubmit={submit} noValidate>
        <p>
          <Shown text={file.name} />
          <span className="soft">
            {probe.value &&
              ` · ${formatBytes(probe.value.sizeBytes)} · ${encrypted ? 'encrypted' : 'not encrypted'}`}
          </span>
        </p>
        {probe.error !== undefined && <ErrorPanel error={probe.error} onRetry={probe.retry} />}
        {encrypted && (
          <PassphraseField
            label="Passphrase"
            error={wrong ? messageOf(failure) : null}
            value={passphrase}
            onChange={setPassphrase}
            fieldRef={field}
          />
        )}
        <Field
          label="Your name"
          hint="Stands in the custody log beside everything you do."
          error={author.trim() === '' ? 'The custody log needs to say who did what.' : null}
        >
          {(ids) => (
            <input
              {...ids}
              maxLength={100}
              value={author}
              onChange={(event) => setAuthor(event.target.value)}
            />
          )}
        </Field>
        {failure !== null && !wrong && <ErrorPanel error={failure} />}
        <div className="dialog-acts">
          <button type="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={busy || !probe.value}>
            {busy ? 'Opening' : 'Open'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
