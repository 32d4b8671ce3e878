import { type FormEvent, useState } from 'react';
import type { Grant } from '../../../shared/bridge.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { type OverlapResult, testOverlap } from '../../../shared/contract/sharing.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { runJob } from '../../store/jobs.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { isCancelled, messageOf } from '../../ui/message-of.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { RunningJob } from '../../ui/running-job.tsx';
import { Shown } from '../../ui/shown.tsx';
import { OverlapTable } from './overlap-table.tsx';

const TITLE = 'Testing a package for overlap';

/** Takes a package of another organisation and shows what this case has too. */
export function TestPackage() {
  const [file, setFile] = useState<Grant | null>(null);
  const [secret, setSecret] = useState('');
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [result, setResult] = useState<OverlapResult | null>(null);
  const isWrong = failure instanceof StillwatchError && failure.code === 'WRONG_PASSPHRASE';

  const pick = async () => {
    const [picked] = await window.stillwatch.pick('open-overlap');
    if (!picked) return;
    setFile(picked);
    setResult(null);
    setFailure(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file || secret === '' || running) return;
    setRunning(true);
    setFailure(null);
    setResult(null);
    try {
      setResult(await runJob(TITLE, 'The case is as it was.', testOverlap, { grant: file.grant, secret }));
    } catch (error) {
      if (!isCancelled(error)) setFailure(error);
    }
    setRunning(false);
  };

  return (
    <form onSubmit={submit} noValidate>
      <p>
        <button type="button" onClick={() => void pick()}>
          {file ? 'Choose another file' : 'Choose the package'}
        </button>{' '}
        {file && <Shown text={file.name} max={120} />}
      </p>
      <PassphraseField
        label="Secret agreed on"
        value={secret}
        onChange={setSecret}
        error={isWrong ? messageOf(failure) : null}
      />
      {running && <RunningJob title={TITLE} what="test" />}
      {failure !== null && !isWrong && <ErrorPanel error={failure} />}
      {result && <OverlapTable result={result} />}
      <div className="dialog-acts">
        <button type="button" onClick={closeDialog}>
          Close
        </button>
        <button type="submit" className="primary" disabled={!file || secret.length < 8 || running}>
          Test
        </button>
      </div>
    </form>
  );
}
