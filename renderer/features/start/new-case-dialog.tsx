import { type FormEvent, useState } from 'react';
import type { Grant } from '../../../shared/bridge.ts';
import { createCase, HANDLING, type Handling } from '../../../shared/contract/cases.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { engine } from '../../engine.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { beginImport } from '../../store/imports.ts';
import { enterCase, useSession } from '../../store/session.ts';
import { AuthorField } from '../../ui/author-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { fileNamePart } from '../../ui/file-name.ts';
import { HANDLING_MEANS } from '../../ui/handling-means.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { systemZone } from '../../ui/zone-names.ts';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import { type NewCase, newCaseErrors } from './new-case-model.ts';

/** Asks what a case needs; dropped logs are imported once it is made. */
export function NewCaseDialog({ logs }: { logs: readonly Grant[] }) {
  const userName = useSession((state) => state.appInfo?.userName ?? '');
  const [form, setForm] = useState<NewCase>({
    name: '',
    reference: '',
    handling: 'TLP:AMBER',
    timeZone: systemZone(),
    author: userName,
    encrypted: true,
    passphrase: '',
    again: '',
  });
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const errors = newCaseErrors(form);
  const set = (change: Partial<NewCase>) => setForm((old) => ({ ...old, ...change }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (busy || Object.keys(errors).length > 0) return;
    const [file] = await window.stillwatch.pick('new-case', `${fileNamePart(form.name)}.swcase`);
    if (!file) return;
    setBusy(true);
    setFailure(null);
    try {
      const { name, reference, handling, timeZone, author, encrypted, passphrase } = form;
      const info = await engine.call(createCase, {
        grant: file.grant,
        name,
        reference,
        handling,
        timeZone,
        author,
        passphrase: encrypted ? passphrase : null,
      });
      closeDialog();
      await enterCase(info, file, author.trim());
      void beginImport(logs);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <Dialog title="New case" onClose={closeDialog}>
      <form onSubmit={submit} noValidate>
        {logs.length > 0 && (
          <p className="soft">
            Then import {logs.map((log) => shownText(log.name, { max: 80 })).join(', ')}.
          </p>
        )}
        <div className="field-pair">
          <Field label="Name" error={shown ? errors.name : null}>
            {(ids) => (
              <input
                {...ids}
                maxLength={200}
                value={form.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label="Reference (optional)">
            {(ids) => (
              <input
                {...ids}
                maxLength={200}
                value={form.reference}
                onChange={(event) => set({ reference: event.target.value })}
              />
            )}
          </Field>
        </div>
        <div className="field-pair">
          <Field label="Handling" hint={HANDLING_MEANS[form.handling]}>
            {(ids) => (
              <select
                {...ids}
                value={form.handling}
                onChange={(event) => set({ handling: event.target.value as Handling })}
              >
                {HANDLING.map((handling) => (
                  <option key={handling}>{handling}</option>
                ))}
              </select>
            )}
          </Field>
          <AuthorField value={form.author} onChange={(author) => set({ author })} told={shown} />
        </div>
        <ZonePicker
          label="Time zone"
          hint="The zone all times of the case are shown in."
          value={form.timeZone}
          onChange={(timeZone) => set({ timeZone })}
        />
        <fieldset className="choices">
          <legend>Protection</legend>
          <label>
            <input
              type="radio"
              name="protection"
              checked={form.encrypted}
              onChange={() => set({ encrypted: true })}
            />
            Encrypted with a passphrase
          </label>
          <label>
            <input
              type="radio"
              name="protection"
              checked={!form.encrypted}
              onChange={() => set({ encrypted: false })}
            />
            Not encrypted: anyone with the file can read it
          </label>
        </fieldset>
        {form.encrypted && (
          <>
            <PassphraseField
              label="Passphrase"
              error={shown ? errors.passphrase : null}
              value={form.passphrase}
              onChange={(passphrase) => set({ passphrase })}
              isNew
            />
            <PassphraseField
              label="Passphrase again"
              error={shown ? errors.again : null}
              value={form.again}
              onChange={(again) => set({ again })}
            />
            <p className="warn">
              A lost passphrase cannot be recovered by anyone, and the case with it. Keep it where you keep
              others.
            </p>
          </>
        )}
        {failure !== null && <ErrorPanel error={failure} />}
        <div className="dialog-acts">
          <button type="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={busy}>
            {busy ? 'Creating' : 'Choose a place and create'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
