import { type FormEvent, useState } from 'react';
import { listFindings } from '../../../shared/contract/findings.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { closeDialog, type ToPin } from '../../store/dialogs.ts';
import { makeFinding, openFinding, pinTo, useFindingsVersion } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { questionWords, scopeOf } from './question-words.ts';

const NEW = 'new';

/** Picks the finding, or makes one, and the title; then the result is worked out and pinned. */
export function PinDialog({ pin }: { pin: ToPin }) {
  const zone = useSession((state) => state.case!.timeZone);
  const list = useCall(listFindings, {}, useFindingsVersion());
  const [chosen, setChosen] = useState<string | null>(null);
  const [claim, setClaim] = useState('');
  const [title, setTitle] = useState(shownText(pin.title, { max: 500 }));
  const [busy, setBusy] = useState(false);
  const findings = list.value?.filter(({ status }) => status !== 'withdrawn').toReversed() ?? [];
  const finding = chosen ?? findings[0]?.id ?? NEW;
  const ready = list.value !== undefined && title.trim() !== '' && (finding !== NEW || claim.trim() !== '');

  const pinIt = async (thenOpen: boolean) => {
    if (!ready || busy) return;
    setBusy(true);
    const id = finding === NEW ? await makeFinding(claim, scopeOf(pin.question)) : finding;
    if (id !== null) {
      setChosen(id);
      if (await pinTo(id, { ...pin, title })) {
        closeDialog();
        if (thenOpen) openFinding(id);
        return;
      }
    }
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void pinIt(false);
  };

  return (
    <Dialog title="Pin to a finding" onClose={closeDialog}>
      <form onSubmit={submit}>
        <p className="soft">
          <Shown text={questionWords(pin.question.query, pin.question.args, zone)} max={600} />
        </p>
        {list.error !== undefined && <ErrorPanel error={list.error} onRetry={list.retry} />}
        <Field label="Finding">
          {(ids) => (
            <select {...ids} value={finding} onChange={({ target }) => setChosen(target.value)}>
              {findings.map(({ id, claim: text, status }) => (
                <option key={id} value={id}>
                  {`${shownText(text, { max: 90 })} (${status})`}
                </option>
              ))}
              <option value={NEW}>A new finding</option>
            </select>
          )}
        </Field>
        {finding === NEW && (
          <Field label="Claim" hint="What is claimed, in one sentence. It can be changed later.">
            {(ids) => (
              <textarea
                {...ids}
                rows={2}
                maxLength={2000}
                value={claim}
                onChange={({ target }) => setClaim(target.value)}
              />
            )}
          </Field>
        )}
        <Field
          label="Title of the exhibit"
          hint={
            pin.picture === null
              ? 'Pinned without a picture: its figures and rows can be worked out again.'
              : 'Pinned with the picture as drawn now; its figures are of the whole question, and can be worked out again.'
          }
        >
          {(ids) => (
            <input {...ids} maxLength={500} value={title} onChange={({ target }) => setTitle(target.value)} />
          )}
        </Field>
        <div className="dialog-acts">
          <button type="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="button" disabled={!ready || busy} onClick={() => void pinIt(true)}>
            Pin and open
          </button>
          <button type="submit" className="primary" disabled={!ready || busy}>
            {busy ? 'Working it out' : 'Pin'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
