import { type FormEvent, useState } from 'react';
import type { Grant } from '../../../shared/bridge.ts';
import {
  checkPages,
  type PageCheck,
  probeCase,
  type Recovered,
  recoverCase,
} from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { closeDialog, openDialog } from '../../store/dialogs.ts';
import { runJob } from '../../store/jobs.ts';
import { useSession } from '../../store/session.ts';
import { AuthorField } from '../../ui/author-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount } from '../../ui/format.ts';
import { isCancelled, messageOf } from '../../ui/message-of.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { RunningJob } from '../../ui/running-job.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { LossesTable } from './losses-table.tsx';
import { checkWords, recoveredName } from './recovery-model.ts';

const RECOVER_TITLE = 'Saving what is intact';
const CHECK_TITLE = 'Looking at every page';

interface Made {
  readonly file: Grant;
  readonly told: Recovered;
}

/** Looks at a damaged case, and saves what is intact of it into a new one. The damaged file stays as it is. */
export function RecoverDialog({ file }: { file: Grant }) {
  const userName = useSession((state) => state.appInfo?.userName ?? '');
  const probe = useCall(probeCase, { grant: file.grant });
  const encrypted = probe.value?.encrypted ?? false;
  const [author, setAuthor] = useState(userName);
  const [typed, setTyped] = useState('');
  const [running, setRunning] = useState<string | null>(null);
  const [check, setCheck] = useState<PageCheck | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const passphrase = encrypted ? typed : null;
  const ready = probe.value !== undefined && running === null;
  const wrong = failure instanceof StillwatchError && failure.code === 'WRONG_PASSPHRASE';

  const run = async (title: string, work: () => Promise<void>) => {
    setRunning(title);
    setFailure(null);
    await work().catch((error: unknown) => setFailure(isCancelled(error) ? null : error));
    setRunning(null);
  };
  const look = () =>
    run(CHECK_TITLE, async () =>
      setCheck(
        await runJob(CHECK_TITLE, 'Nothing was changed.', checkPages, { grant: file.grant, passphrase }),
      ),
    );
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || author.trim() === '') return;
    const [to] = await window.stillwatch.pick('new-case', recoveredName(file.name));
    if (!to) return;
    const args = { grant: file.grant, to: to.grant, author, passphrase };
    await run(RECOVER_TITLE, async () => {
      const told = await runJob(RECOVER_TITLE, 'No new case is left.', recoverCase, args);
      setMade({ file: to, told });
    });
  };

  return (
    // Escape does not leave it while it works: cancelling is a button that says what stays.
    <Dialog title="Save what is intact" onClose={running === null ? closeDialog : () => undefined}>
      {running !== null ? (
        <RunningJob title={running} what={running === CHECK_TITLE ? 'look' : 'recovery'}>
          <p>The damaged file is read and never written.</p>
        </RunningJob>
      ) : made ? (
        <Done made={made} />
      ) : (
        <form onSubmit={save} noValidate>
          <p>
            <Shown text={file.name} max={120} /> is read page by page, and every whole row goes into a new
            case with {encrypted ? 'the same passphrase' : 'no passphrase'}. What was on damaged pages is
            lost, listed, and said in the new case for good. This file stays as it is; keep it.
          </p>
          {probe.error !== undefined && <ErrorPanel error={probe.error} onRetry={probe.retry} />}
          {encrypted && (
            <PassphraseField
              label="Passphrase"
              error={wrong ? messageOf(failure) : null}
              value={typed}
              onChange={setTyped}
            />
          )}
          <AuthorField value={author} onChange={setAuthor} />
          {check && <DamagedPages check={check} />}
          {failure !== null && !wrong && <ErrorPanel error={failure} />}
          <div className="dialog-acts">
            <button type="button" onClick={closeDialog}>
              Cancel
            </button>
            <button type="button" disabled={!ready} onClick={look}>
              Look at every page
            </button>
            <button type="submit" className="primary" disabled={!ready}>
              Save into a new case…
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Done({ made: { file, told } }: { made: Made }) {
  return (
    <>
      <p role="status">
        What is intact is in <Shown text={file.name} max={120} />.
      </p>
      <LossesTable recovered={told} />
      <div className="dialog-acts">
        <button type="button" onClick={closeDialog}>
          Close
        </button>
        <button type="button" className="primary" onClick={() => openDialog({ name: 'open-case', file })}>
          Open the new case…
        </button>
      </div>
    </>
  );
}

function DamagedPages({ check }: { check: PageCheck }) {
  return (
    <section aria-label="Damaged pages">
      <p role="status">{checkWords(check)}</p>
      {check.damaged.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <section className="damaged-pages" tabIndex={0} aria-label="List of damaged pages">
          <table className="table losses" aria-label="Damaged pages and what lay there">
            <thead>
              <tr>
                <th scope="col" className="number">
                  Page
                </th>
                <th scope="col">What lay there</th>
              </tr>
            </thead>
            <tbody>
              {check.damaged.map(({ page, holds }) => (
                <tr key={page}>
                  <td className="number">{formatCount(page)}</td>
                  <td>{holds}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
