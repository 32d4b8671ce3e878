import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { ErrorPanel } from './error-panel.tsx';

interface Props {
  readonly title: string;
  /** What is done with it, as its button says. */
  readonly act: string;
  /** Whether it can be done with what is filled in so far. */
  readonly ready: boolean;
  /** Does it; what it throws is said in the dialog, which then stays with all that was typed. */
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A dialog to fill in, that closes once it is done. */
export function FormDialog({ title, act, ready, onSubmit, onClose, wide, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await onSubmit();
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose} wide={wide}>
      {/* Keys pressed in here are not meant for the window behind. */}
      <form onSubmit={submit} onKeyDown={(event) => event.stopPropagation()}>
        {children}
        {failure !== null && <ErrorPanel error={failure} />}
        <div className="dialog-acts">
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={!ready || busy}>
            {act}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
