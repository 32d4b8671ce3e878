import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Grant } from '../../../shared/bridge.ts';
import { openCase, probeCase } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { engine } from '../../engine.ts';
import { closeDialog, openDialog } from '../../store/dialogs.ts';
import { enterCase, useSession } from '../../store/session.ts';
import { AuthorField } from '../../ui/author-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
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

  const keptCase = probe.value?.keptCase ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open({ passphrase: encrypted ? passphrase : null });
  };
  const openKept = async () => {
    const secret = await window.stillwatch.keychainSecret(`case-${keptCase}`);
    if (secret !== null) return open({ passphrase: null, secret });
    setFailure(
      new StillwatchError(
        'NOT_FOUND',
        'The keychain of this computer does not open this case: it is locked, or another one than kept the key. Type the passphrase.',
      ),
    );
  };
  const open = async (by: { readonly passphrase: string | null; readonly secret?: string }) => {
    if (busy || !probe.value || author.trim() === '') return;
    setBusy(true);
    setFailure(null);
    try {
      const info = await engine.call(openCase, { grant: file.grant, author, ...by });
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
        <AuthorField value={author} onChange={setAuthor} />
        {failure !== null && !wrong && <ErrorPanel error={failure} />}
        {failure instanceof StillwatchError && failure.code === 'CASE_DAMAGED' && (
          <p>
            <button type="button" onClick={() => openDialog({ name: 'recover', file })}>
              Save what is intact into a new case…
            </button>
          </p>
        )}
        <div className="dialog-acts">
          <button type="button" onClick={closeDialog}>
            Cancel
          </button>
          {keptCase !== null && (
            <button type="button" disabled={busy} onClick={() => void openKept()}>
              Open with the keychain
            </button>
          )}
          <button type="submit" className="primary" disabled={busy || !probe.value}>
            {busy ? 'Opening' : 'Open'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
