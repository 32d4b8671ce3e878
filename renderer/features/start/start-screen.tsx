import { useState } from 'react';
import { sampleCase } from '../../../shared/contract/cases.ts';
import { openDialog } from '../../store/dialogs.ts';
import { runJob, useJobs } from '../../store/jobs.ts';
import { enterCase, useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { isCancelled } from '../../ui/message-of.ts';
import { RecentCases } from './recent-cases.tsx';
import { openPicked, verifyPicked } from './ways-in.ts';
import './start.css';

/** What is seen before a case is open: ways in, and the cases of before. */
export function StartScreen() {
  const notice = useSession((state) => state.notice);
  const appInfo = useSession((state) => state.appInfo);
  const busy = useJobs((state) => state.jobs.length > 0);
  const [error, setError] = useState<unknown>(null);

  const makeSample = async () => {
    const [file] = await window.stillwatch.pick('new-case', 'sample.swcase');
    if (!file) return;
    setError(null);
    try {
      const args = { grant: file.grant, author: appInfo?.userName || 'Investigator', passphrase: null };
      const title = 'Making the sample case';
      const info = await runJob(title, 'The unfinished sample is removed.', sampleCase, args);
      await enterCase(info, file, args.author);
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    }
  };

  return (
    <main className="start" aria-label="Start">
      <header className="start-head">
        <h1>Stillwatch</h1>
        <p className="soft">
          Examine accounts suspected of distilling a model through its API. Everything stays on this computer.
        </p>
      </header>
      {notice && (
        <p className="banner" role="alert">
          {notice}
        </p>
      )}
      <ul className="start-acts" aria-label="Ways to start">
        <Act
          name="New case"
          does="An encrypted file that will hold data, notes and the custody log."
          onAct={() => openDialog({ name: 'new-case', logs: [] })}
          primary
        />
        <Act name="Open case" does="A case file (.swcase) from this computer." onAct={openPicked} />
        <Act
          name="Sample case"
          does="Synthetic accounts with planted campaigns, to learn on. Not encrypted."
          onAct={makeSample}
          disabled={busy}
        />
        <Act
          name="Verify a bundle"
          does="Check that an exported package is complete and unchanged."
          onAct={verifyPicked}
        />
      </ul>
      <p className="soft">Or drop a case file, a usage log or a bundle on this window.</p>
      {error !== null && <ErrorPanel error={error} />}
      <RecentCases />
      <footer className="start-foot soft">
        {appInfo && <p>Version {appInfo.version}</p>}
        {appInfo?.runtimeNotice && <p>{appInfo.runtimeNotice}</p>}
      </footer>
    </main>
  );
}

interface ActProps {
  readonly name: string;
  readonly does: string;
  readonly onAct: () => void;
  readonly primary?: boolean;
  readonly disabled?: boolean;
}

function Act({ name, does, onAct, primary = false, disabled = false }: ActProps) {
  return (
    <li>
      <button type="button" className={primary ? 'primary' : ''} disabled={disabled} onClick={onAct}>
        {name}
      </button>
      <span className="soft">{does}</span>
    </li>
  );
}
