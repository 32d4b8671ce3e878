import { useState } from 'react';
import { removeSource, type Source } from '../../../shared/contract/imports.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { runJob } from '../../store/jobs.ts';
import { dataChanged } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { ROW_NAMES } from './model.ts';

interface Props {
  readonly source: Source;
  readonly onClose: () => void;
}

/** Asks before an import is taken back, and says what goes and what stays. */
export function RemoveSourceDialog({ source, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const remove = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const title = `Taking back ${shownText(source.file, { max: 40 })}`;
      await runJob(title, 'The import is taken back already; only tidying stops.', removeSource, {
        sha256: source.sha256,
      });
      say('The import was taken back. Importing the file again brings it back.');
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
    await dataChanged();
  };

  return (
    <Dialog title="Take an import back" onClose={onClose}>
      <p>
        All {formatUnits(source.stored, ROW_NAMES[source.kind])} of <Shown text={source.file} max={80} />{' '}
        leave the case, and with them the accounts that no other file names.
      </p>
      <p>
        Tags and comments on them stay and say that their object is gone. The custody log keeps that the file
        was imported and taken back. Importing the same file again brings everything back.
      </p>
      {failure !== null && <ErrorPanel error={failure} />}
      <div className="dialog-acts">
        <button type="button" onClick={onClose}>
          Keep it
        </button>
        <button type="button" className="primary" disabled={busy} onClick={remove}>
          {busy ? 'Taking it back' : 'Take the import back'}
        </button>
      </div>
    </Dialog>
  );
}
