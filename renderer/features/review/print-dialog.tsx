import { useState } from 'react';
import { closeDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatUnits } from '../../ui/format.ts';
import { markingOf } from './handling.ts';
import { useWalk } from './walk-store.ts';

/** What goes on paper; speaker notes only where that is asked for. */
export function PrintDialog() {
  const info = useSession((state) => state.case)!;
  const findings = useWalk((state) => state.steps.filter(({ kind }) => kind === 'claim').length);
  const [notes, setNotes] = useState(false);
  return (
    <Dialog title="Print the review" onClose={closeDialog}>
      <p>
        {formatUnits(findings, 'finding')}, each beginning a page, marked {markingOf(info)} on every page.
        Exhibits are printed with the pictures and figures as they were pinned, and what working them out
        again found. Texts of prompts are not printed, save what people quoted of them.
      </p>
      <label className="review-with-notes">
        <input type="checkbox" checked={notes} onChange={(event) => setNotes(event.target.checked)} />
        With speaker notes
      </label>
      <div className="dialog-acts">
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        <button
          type="button"
          className="primary"
          onClick={() => {
            closeDialog();
            useWalk.setState({ printing: { notes } });
          }}
        >
          Print
        </button>
      </div>
    </Dialog>
  );
}
