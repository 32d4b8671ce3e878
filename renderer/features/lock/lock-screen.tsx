import { type FormEvent, useEffect, useRef, useState } from 'react';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { useJobs } from '../../store/jobs.ts';
import { type LockScreen as Locked, leaveLockScreen, unlock } from '../../store/lock.ts';
import { useUnsaved } from '../../store/unsaved.ts';
import { AuthorField } from '../../ui/author-field.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { Shown } from '../../ui/shown.tsx';
import './lock.css';

/** Stands in place of a locked case: its file name, and what opens it again. */
export function LockScreen({ screen }: { screen: Locked }) {
  return (
    <main className="lock-screen" aria-label="Locked">
      <h1>Locked</h1>
      <p>
        <Shown text={screen.file.name} max={120} />
      </p>
      {screen.closing ? <StillOpen /> : <UnlockForm screen={screen} />}
    </main>
  );
}

/** A job may not be broken off by a lock; nothing tells here what it works on. */
function StillOpen() {
  const jobs = useJobs((state) => state.jobs);
  return (
    <>
      <p className="soft" role="status">
        {jobs.length === 0
          ? 'The case is being closed.'
          : 'A job still runs. The case is closed, and can be opened again, as soon as it has ended.'}
      </p>
      {jobs.length > 0 && (
        <button
          type="button"
          disabled={jobs.every(({ cancelling }) => cancelling)}
          onClick={() => {
            for (const job of jobs) job.cancel();
          }}
        >
          Cancel the job and close
        </button>
      )}
    </>
  );
}

/** What was typed before the lock and the case did not take; what it is stays hidden. */
function NotSaved({ count, why }: { count: number; why: string | null }) {
  return (
    <div className="warn" role="status">
      <p>
        <strong>Not saved:</strong> what was typed or chosen in {formatUnits(count, 'field')} before the lock.
        It is kept in this window, hidden, and saved once the case is unlocked; the window stays open until
        then.
      </p>
      {why !== null && (
        <p>
          <Shown text={why} max={300} />
        </p>
      )}
    </div>
  );
}

function UnlockForm({ screen }: { screen: Locked }) {
  const { encrypted, author: before } = screen;
  const unsaved = useUnsaved(({ refused }) => refused.length);
  const [author, setAuthor] = useState(before);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  const act = useRef<HTMLButtonElement>(null);
  useEffect(() => (encrypted ? field.current : act.current)?.focus(), [encrypted]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || author.trim() === '') return;
    setBusy(true);
    setFailure(null);
    try {
      await unlock(author.trim(), encrypted ? passphrase : null);
    } catch (error) {
      setFailure(error);
      setBusy(false);
      field.current?.select();
    }
  };
  const wrong = failure instanceof StillwatchError && failure.code === 'WRONG_PASSPHRASE';
  return (
    <form onSubmit={submit} noValidate>
      {encrypted ? (
        <PassphraseField
          label="Passphrase"
          error={wrong ? messageOf(failure) : null}
          value={passphrase}
          onChange={setPassphrase}
          fieldRef={field}
        />
      ) : (
        <p className="warn">
          This case is not encrypted. The lock hides it from this window; whoever has the file can read it.
        </p>
      )}
      {unsaved > 0 && <NotSaved count={unsaved} why={screen.whyUnsaved} />}
      <AuthorField
        value={author}
        onChange={setAuthor}
        fixed={
          unsaved > 0 ? 'What is not saved yet is saved under this name, so it cannot be another.' : null
        }
      />
      {failure !== null && !wrong && <ErrorPanel error={failure} />}
      <p className="lock-acts">
        <button ref={act} type="submit" className="primary" disabled={busy}>
          {busy ? 'Opening' : encrypted ? 'Unlock' : 'Go on'}
        </button>
        <button type="button" disabled={busy} onClick={leaveLockScreen}>
          {unsaved > 0 ? 'Leave it closed and lose what is not saved' : 'Leave it closed'}
        </button>
      </p>
    </form>
  );
}
