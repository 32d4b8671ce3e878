import { useState } from 'react';
import { closeDialog, type OpenDialog } from '../store/dialogs.ts';
import { useSaving } from '../store/saving.ts';
import { leaveCase } from '../store/session.ts';
import { say } from '../store/status.ts';
import { dropUnsaved, type Refused, saveAll, useUnsaved } from '../store/unsaved.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Shown } from '../ui/shown.tsx';

type Next = Extract<OpenDialog, { name: 'unsaved' }>['next'];

const LOSE: Readonly<Record<Next, string>> = {
  stay: 'Drop it',
  leave: 'Lose it and close the case',
  quit: 'Lose it and quit',
};

/** What the case did not take, to be tried again, copied elsewhere, or dropped by a person who says so. */
export function UnsavedDialog({ next }: { next: Next }) {
  const refused = useUnsaved((state) => state.refused);
  const failure = useSaving((state) => state.failure);
  const [busy, setBusy] = useState(false);
  const goOn = async () => {
    closeDialog();
    if (next === 'leave') await leaveCase();
    else if (next === 'quit') window.close();
  };
  const again = async () => {
    setBusy(true);
    const isSaved = await saveAll();
    setBusy(false);
    if (!isSaved) return;
    say('All is saved now.');
    await goOn();
  };
  const lose = async () => {
    dropUnsaved();
    await goOn();
  };
  if (refused.length === 0)
    return (
      <Dialog title="Not saved yet" onClose={closeDialog}>
        <p role="status">All is saved now.</p>
        <div className="dialog-acts">
          <button type="button" className="primary" onClick={closeDialog}>
            Close
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title="Not saved yet" onClose={closeDialog}>
      <p>
        {failure === null ? 'The case did not take all that was typed.' : <Shown text={failure} max={400} />}{' '}
        What stands below is kept in this window until it is saved or dropped.
      </p>
      <ul className="unsaved-list" aria-label="Not saved">
        {refused.map((one) => (
          <Item key={`${one.field.of} ${one.field.what}`} one={one} />
        ))}
      </ul>
      <div className="dialog-acts">
        <button type="button" disabled={busy} onClick={() => void lose()}>
          {LOSE[next]}
        </button>
        <button type="button" disabled={busy} onClick={closeDialog}>
          {next === 'stay' ? 'Close' : 'Stay'}
        </button>
        <button type="button" className="primary" disabled={busy} onClick={() => void again()}>
          {busy ? 'Saving' : 'Try again'}
        </button>
      </div>
    </Dialog>
  );
}

function Item({ one: { field, value } }: { one: Refused }) {
  const text = typeof value === 'string' && value !== '' ? value : null;
  return (
    <li>
      <strong>{field.what}</strong>{' '}
      {text !== null && <CopyButton text={text} what={`what is not saved: ${field.what}`} />}
      <p>
        {text === null ? (
          <span className="soft">nothing, in place of what is kept</span>
        ) : (
          <Shown text={text} max={2000} lines />
        )}
      </p>
    </li>
  );
}
