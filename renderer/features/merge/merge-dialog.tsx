import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Grant } from '../../../shared/bridge.ts';
import { probeCase } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { type MergeResult, mergeCopy } from '../../../shared/contract/merge.ts';
import { engine } from '../../engine.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { mergePicked } from '../../store/merge.ts';
import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatBytes } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { MergePlan } from './merge-plan.tsx';
import { bringsNothing } from './merge-words.ts';

/** Asks for the passphrase of another copy of the case, tells what merging it would do, and does it. */
export function MergeDialog({ file }: { file: Grant }) {
  const caseName = useSession((state) => state.case!.name);
  const probe = useCall(probeCase, { grant: file.grant });
  const [passphrase, setPassphrase] = useState('');
  const [plan, setPlan] = useState<MergeResult | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  const encrypted = probe.value?.encrypted ?? false;
  const secret = encrypted ? passphrase : null;

  useEffect(() => {
    if (encrypted) field.current?.focus();
  }, [encrypted]);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
      field.current?.select();
    }
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || !probe.value) return;
    if (plan === null) {
      void attempt(async () =>
        setPlan(await engine.call(mergeCopy, { grant: file.grant, passphrase: secret, dry: true })),
      );
      return;
    }
    void attempt(async () => {
      const { conflicts } = await mergePicked(file.grant, secret);
      closeDialog();
      goTo({ name: conflicts > 0 ? 'conflicts' : 'history' });
    });
  };

  const wrong = failure instanceof StillwatchError && failure.code === 'WRONG_PASSPHRASE';
  return (
    <Dialog title="Merge another copy" onClose={closeDialog}>
      <form onSubmit={submit} noValidate>
        <p>
          <Shown text={file.name} />
          <span className="soft">
            {probe.value &&
              ` · ${formatBytes(probe.value.sizeBytes)} · ${encrypted ? 'encrypted' : 'not encrypted'}`}
          </span>
        </p>
        {probe.error !== undefined && <ErrorPanel error={probe.error} onRetry={probe.retry} />}
        {plan === null && (
          <p>
            What people wrote in that copy of <Shown text={caseName} max={120} /> comes into this one:
            annotations, findings, decisions, with their authors and its custody log. That file is only read.
            First you see what would change.
          </p>
        )}
        {plan === null && encrypted && (
          <PassphraseField
            label="Passphrase of that copy"
            error={wrong ? messageOf(failure) : null}
            value={passphrase}
            onChange={setPassphrase}
            fieldRef={field}
          />
        )}
        {plan && <MergePlan plan={plan} />}
        {failure !== null && !wrong && <ErrorPanel error={failure} />}
        <div className="dialog-acts">
          <button type="button" onClick={closeDialog}>
            {plan && bringsNothing(plan) ? 'Close' : 'Cancel'}
          </button>
          {!(plan && bringsNothing(plan)) && (
            <button type="submit" className="primary" disabled={busy || !probe.value}>
              {plan ? (busy ? 'Merging' : 'Merge') : busy ? 'Comparing' : 'Compare'}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
