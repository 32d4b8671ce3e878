import { useState } from 'react';
import { type FindingRow, listFindings } from '../../../shared/contract/findings.ts';
import { chooseReview, getReview, type Review } from '../../../shared/contract/review.ts';
import { engine } from '../../engine.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { newFinding, useFindingsVersion } from '../../store/findings.ts';
import { notesChanged, useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { ChosenList } from './chosen-list.tsx';
import { OtherList } from './other-list.tsx';
import { startReview } from './walk-store.ts';
import './review-dialog.css';

/** Chooses findings and their order, then begins the walk through them. */
export function ReviewDialog() {
  const version = useFindingsVersion();
  const list = useCall(listFindings, {}, version);
  const review = useCall(getReview, {}, version);
  const failed = list.error !== undefined ? list : review;
  return (
    <Dialog title="Review" onClose={closeDialog} wide>
      {failed.error !== undefined && <ErrorPanel error={failed.error} onRetry={failed.retry} />}
      {list.value && review.value && (
        <Choice
          key={review.value.findings.map(({ id }) => id).join()}
          rows={list.value}
          review={review.value}
        />
      )}
    </Dialog>
  );
}

function Choice({ rows, review }: { rows: readonly FindingRow[]; review: Review }) {
  const readOnly = useSession((state) => state.case!.readOnly);
  const kept = review.findings.map(({ id }) => id);
  const [chosen, setChosen] = useState<readonly string[]>(kept);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const isChanged = chosen.join() !== kept.join() || (review.gone > 0 && readOnly === null);
  const byId = new Map(rows.map((row) => [row.id, row]));

  const save = async (then: () => void) => {
    setBusy(true);
    setFailure(null);
    try {
      if (isChanged) {
        await engine.call(chooseReview, { findings: [...chosen] });
        say('Review chosen. Undo takes it back.');
        await notesChanged();
      }
      closeDialog();
      then();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  if (rows.length === 0)
    return (
      <>
        <p>
          A review walks through findings in an order you choose, over the whole window, with charts drawn
          from the case as it is then. There is no finding in this case yet.
        </p>
        <div className="dialog-acts">
          <button type="button" onClick={closeDialog}>
            Close
          </button>
          {readOnly === null && (
            <button
              type="button"
              className="primary"
              onClick={() => {
                closeDialog();
                void newFinding();
              }}
            >
              New finding
            </button>
          )}
        </div>
      </>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in here are not meant for the window behind
    <div onKeyDown={(event) => event.stopPropagation()}>
      {readOnly !== null && (
        <p className="warn">This case is read only: what was chosen can be shown, but not changed.</p>
      )}
      {review.gone > 0 && (
        <p className="warn">
          {formatUnits(review.gone, 'finding')} chosen before {review.gone === 1 ? 'is' : 'are'} no longer in
          the case{readOnly === null ? ', and will be dropped' : ''}.
        </p>
      )}
      <ChosenList
        rows={chosen.flatMap((id) => byId.get(id) ?? [])}
        readOnly={readOnly !== null}
        onChange={setChosen}
      />
      <OtherList
        rows={rows.filter(({ id }) => !chosen.includes(id))}
        readOnly={readOnly !== null}
        onAdd={(ids) => setChosen([...chosen, ...ids])}
      />
      {failure !== null && <ErrorPanel error={failure} />}
      <div className="dialog-acts">
        <button type="button" onClick={closeDialog}>
          Cancel
        </button>
        {readOnly === null && (
          <button type="button" disabled={!isChanged || busy} onClick={() => void save(() => undefined)}>
            Save
          </button>
        )}
        <button
          type="button"
          className="primary"
          disabled={chosen.length === 0 || busy}
          onClick={() => void save(startReview)}
        >
          Start
        </button>
      </div>
    </div>
  );
}
