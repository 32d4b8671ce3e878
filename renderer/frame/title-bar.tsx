import { shownText } from '../../shared/shown-text.ts';
import { redoLast, undoLast } from '../store/annotations.ts';
import { openDialog } from '../store/dialogs.ts';
import { useSession } from '../store/session.ts';
import { canStep } from '../store/view-history.ts';
import { goBack, goForward, useViews } from '../store/views.ts';
import { Shown } from '../ui/shown.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';

/** Which case this is and how it must be handled; acts that hold everywhere. */
export function TitleBar() {
  const info = useSession((state) => state.case)!;
  const { undo, redo } = useSession((state) => state.history);
  const trail = useViews((state) => state.trail);
  return (
    <header className="title-bar">
      <strong className="product">Stillwatch</strong>
      <span className="soft" aria-hidden="true">
        /
      </span>
      <span className="case-name">
        <Shown text={info.name} max={120} />
        {info.reference && (
          <span className="soft">
            {' '}
            · <Shown text={info.reference} max={60} />
          </span>
        )}
      </span>
      <span className="mark">{info.handling}</span>
      <span className={info.encrypted ? 'mark' : 'mark mark-warn'}>
        {info.encrypted ? 'sealed' : 'not encrypted'}
      </span>
      <span className="title-acts">
        <button
          type="button"
          onClick={goBack}
          disabled={!canStep(trail, -1)}
          title="Back to the view before (Alt+Left)"
        >
          Previous view
        </button>
        <button
          type="button"
          onClick={goForward}
          disabled={!canStep(trail, 1)}
          title="Forward again (Alt+Right)"
        >
          Next view
        </button>
        <button
          type="button"
          onClick={undoLast}
          disabled={undo === null}
          title={undo === null ? 'Nothing to undo' : `Undo: ${shownText(undo)} (Ctrl+Z)`}
        >
          Undo
        </button>
        <button
          type="button"
          onClick={redoLast}
          disabled={redo === null}
          title={redo === null ? 'Nothing to redo' : `Redo: ${shownText(redo)} (Ctrl+Shift+Z)`}
        >
          Redo
        </button>
        <button type="button" onClick={() => openDialog({ name: 'export' })}>
          Export
        </button>
        <span className="mark" title="Time zone of the case; all times are shown in it">
          {info.timeZone}
        </span>
        <ThemeButton />
        <button type="button" onClick={() => openDialog({ name: 'keys' })} title="List of keys (?)">
          Help
        </button>
      </span>
    </header>
  );
}
