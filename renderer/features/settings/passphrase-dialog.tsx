import { type FormEvent, useRef, useState } from 'react';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { changePassphrase, REWRITE_TITLE } from '../../store/keeping.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { isCancelled, messageOf } from '../../ui/message-of.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { RunningJob } from '../../ui/running-job.tsx';
import {
  ACT_WORDS,
  type PassphraseChange,
  passphraseErrors,
  SURE_WORDS,
  TITLES,
} from './passphrase-model.ts';

/** Asks for what a change of the passphrase needs, and shows how it goes; taking encryption away is asked twice. */
export function PassphraseDialog({ change }: { change: PassphraseChange }) {
  const [form, setForm] = useState({ current: '', next: '', again: '' });
  const [shown, setShown] = useState(false);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const current = useRef<HTMLInputElement>(null);
  const errors = passphraseErrors(change, form);
  const wrong = failure instanceof StillwatchError && failure.code === 'WRONG_PASSPHRASE';
  const set = (by: Partial<typeof form>) => setForm((old) => ({ ...old, ...by }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (busy || Object.keys(errors).length > 0) return;
    if (change === 'remove' && !sure) return setSure(true);
    setBusy(true);
    setFailure(null);
    try {
      await changePassphrase(change === 'add' ? null : form.current, change === 'remove' ? null : form.next);
      closeDialog();
    } catch (error) {
      setFailure(isCancelled(error) ? null : error);
      setSure(false);
      setBusy(false);
      current.current?.select();
    }
  };

  return (
    // Escape does not leave it while the case is written: cancelling is a button that says what stays.
    <Dialog title={TITLES[change]} onClose={busy ? () => undefined : closeDialog}>
      {busy ? (
        <RunningJob title={REWRITE_TITLE} what="rewriting">
          <p>The case is written anew beside its file. Nothing is lost if this is interrupted.</p>
        </RunningJob>
      ) : (
        <form onSubmit={submit} noValidate>
          {sure ? (
            SURE_WORDS.map((words) => (
              <p key={words} className="warn">
                {words}
              </p>
            ))
          ) : (
            <>
              {change !== 'add' && (
                <PassphraseField
                  label="Present passphrase"
                  error={wrong ? messageOf(failure) : shown ? errors.current : null}
                  value={form.current}
                  onChange={(value) => set({ current: value })}
                  fieldRef={current}
                />
              )}
              {change !== 'remove' && (
                <>
                  <PassphraseField
                    label="New passphrase"
                    error={shown ? errors.next : null}
                    value={form.next}
                    onChange={(next) => set({ next })}
                    isNew
                  />
                  <PassphraseField
                    label="New passphrase again"
                    error={shown ? errors.again : null}
                    value={form.again}
                    onChange={(again) => set({ again })}
                  />
                  <p className="soft">
                    A lost passphrase cannot be recovered by anyone, and the case with it. Backups and copies
                    made before still open with {change === 'add' ? 'none' : 'the old one'}.
                  </p>
                </>
              )}
              {change === 'remove' && (
                <p>From then on the case opens without a passphrase, for anybody who has its file.</p>
              )}
            </>
          )}
          {failure !== null && !wrong && <ErrorPanel error={failure} />}
          <div className="dialog-acts">
            <button type="button" onClick={closeDialog}>
              {change === 'remove' ? 'Keep it encrypted' : 'Cancel'}
            </button>
            <button type="submit" className="primary">
              {sure ? 'Write it unencrypted' : ACT_WORDS[change]}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
