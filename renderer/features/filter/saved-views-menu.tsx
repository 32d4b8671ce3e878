import { type CSSProperties, type FormEvent, useRef, useState } from 'react';
import { viewFilter } from '../../../shared/contract/filters.ts';
import { listSavedViews, type SavedView } from '../../../shared/contract/saved-views.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { askedFilter } from '../../store/filter.ts';
import { useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { openSaved, removeSaved, saveCurrent, windowFilterOf } from './saved-views.ts';

/** Views kept with the case under a name, each with what its filter leaves now. */
export function SavedViewsMenu() {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLElement>(null);
  return (
    <>
      <button
        type="button"
        className="quiet"
        popoverTarget="saved-views"
        style={{ anchorName: '--saved-views' } as CSSProperties}
      >
        Saved views
      </button>
      <section
        ref={menu}
        id="saved-views"
        popover="auto"
        className="saved-views"
        aria-label="Saved views"
        style={{ positionAnchor: '--saved-views' } as CSSProperties}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && <SavedViews close={() => menu.current?.hidePopover()} />}
      </section>
    </>
  );
}

function SavedViews({ close }: { close: () => void }) {
  const notesVersion = useSession((state) => state.notesVersion);
  const readOnly = useSession((state) => state.case!.readOnly);
  const list = useCall(listSavedViews, {}, notesVersion);
  const views = list.value ?? [];
  if (list.error !== undefined) return <ErrorPanel error={list.error} onRetry={list.retry} />;
  if (!list.value) return null;
  return (
    <>
      {views.length === 0 ? (
        <p className="soft">No view is saved yet. A saved view keeps the view and its filter under a name.</p>
      ) : (
        <ul>
          {views.map((view) => (
            <SavedViewLine key={view.id} view={view} close={close} readOnly={readOnly !== null} />
          ))}
        </ul>
      )}
      {readOnly === null ? (
        <SaveForm names={views.map(({ name }) => name)} />
      ) : (
        <p className="warn">{readOnly}</p>
      )}
    </>
  );
}

interface LineProps {
  readonly view: SavedView;
  readonly readOnly: boolean;
  readonly close: () => void;
}

function SavedViewLine({ view, readOnly, close }: LineProps) {
  return (
    <li>
      <button
        type="button"
        className="link"
        onClick={() => {
          close();
          openSaved(view);
        }}
      >
        <Shown text={view.name} max={80} />
      </button>
      <LeftBy view={view} />
      <button
        type="button"
        className="quiet"
        disabled={readOnly}
        aria-label={`Remove the saved view ${shownText(view.name, { max: 80 })}`}
        onClick={() => removeSaved(view).catch((error: unknown) => say(messageOf(error)))}
      >
        Remove
      </button>
    </li>
  );
}

/** What its filter leaves now, counted once the menu is open. */
function LeftBy({ view }: { view: SavedView }) {
  const dataVersion = useSession((state) => state.dataVersion);
  const left = useCall(viewFilter, { filter: askedFilter(windowFilterOf(view.filter)) }, dataVersion);
  if (left.error !== undefined) return <span className="soft">not counted</span>;
  if (!left.value) return <span className="soft">counting</span>;
  const { requests, accounts } = left.value;
  return (
    <span className="soft number">
      {formatUnits(requests, 'request')}, {formatUnits(accounts, 'account')}
    </span>
  );
}

function SaveForm({ names }: { names: readonly string[] }) {
  const [name, setName] = useState('');
  const wanted = name.trim();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted === '') return;
    saveCurrent(wanted).then(
      () => setName(''),
      (error: unknown) => say(messageOf(error)),
    );
  };
  return (
    <form onSubmit={onSubmit}>
      <input
        aria-label="Name of the view"
        placeholder="Name of this view"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" disabled={wanted === ''}>
        {names.includes(wanted) ? 'Replace' : 'Save this view'}
      </button>
    </form>
  );
}
