import { type FormEvent, useState } from 'react';
import { MOST_TAGGED } from '../../../shared/contract/annotations.ts';
import { MOST_LANES } from '../../../shared/contract/lanes.ts';
import { MOST_GROUPED } from '../../../shared/records/group.ts';
import { useAccountFilter } from '../../store/accounts.ts';
import { isAsking, MOST_VALUES } from '../../store/filter.ts';
import { clearSelection, hiddenOf, useSelection } from '../../store/selection.ts';
import { useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { useFilter } from '../../store/views.ts';
import { formatCount } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { filterToSelected, lanesOfSelected, tagSelected, tellIdentityOfSelected } from './selection-acts.ts';

/** How many accounts are selected, how many of them are out of sight, and what can be done with all of them. */
export function SelectionBar({ order }: { order: Uint32Array }) {
  const selection = useSelection();
  const filtered = isAsking(useFilter());
  const searched = useAccountFilter(({ search }) => search.trim() !== '');
  const by = [filtered && 'filter', searched && 'search'].filter(Boolean).join(' and the ');
  const readOnly = useSession((state) => state.case!.readOnly !== null);
  const [tagging, setTagging] = useState(false);
  const ids = [...selection.ids];
  if (ids.length === 0) return null;
  const hidden = hiddenOf(selection, order);
  const run = (act: Promise<void>) => {
    act.catch((error: unknown) => say(messageOf(error)));
  };
  return (
    <section className="selection" aria-label="Selected accounts">
      <output>
        {formatCount(ids.length)} selected
        {hidden > 0 && `, ${formatCount(hidden)} hidden by the ${by}`}
      </output>
      {tagging ? (
        <TagForm ids={ids} onDone={() => setTagging(false)} />
      ) : (
        <button
          type="button"
          className="quiet"
          disabled={readOnly || ids.length > MOST_TAGGED}
          title={ids.length > MOST_TAGGED ? `At most ${formatCount(MOST_TAGGED)}` : undefined}
          onClick={() => setTagging(true)}
        >
          Tag these
        </button>
      )}
      <button
        type="button"
        className="quiet"
        disabled={ids.length > MOST_VALUES}
        title={ids.length > MOST_VALUES ? `At most ${formatCount(MOST_VALUES)}` : undefined}
        onClick={() => run(filterToSelected(ids))}
      >
        Filter to these
      </button>
      <button
        type="button"
        className="quiet"
        disabled={ids.length > MOST_LANES}
        title={ids.length > MOST_LANES ? `At most ${formatCount(MOST_LANES)}` : undefined}
        onClick={() => run(lanesOfSelected(ids))}
      >
        Lanes of these
      </button>
      <button
        type="button"
        className="quiet"
        disabled={readOnly || ids.length < 2 || ids.length > MOST_GROUPED}
        title={ids.length < 2 ? 'Select two or more' : undefined}
        onClick={() => run(tellIdentityOfSelected(ids))}
      >
        Same customer…
      </button>
      <button type="button" className="quiet" onClick={clearSelection}>
        Select none
      </button>
    </section>
  );
}

function TagForm({ ids, onDone }: { ids: readonly number[]; onDone: () => void }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    setBusy(true);
    tagSelected(ids, text).then(onDone, (error: unknown) => {
      setBusy(false);
      say(messageOf(error));
    });
  };
  return (
    <form className="selection-tag" onSubmit={onSubmit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens where the button was that asked for it
        autoFocus
        aria-label="Tag for the selected accounts"
        placeholder="Tag"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <button type="submit" className="primary" disabled={text.trim() === '' || busy}>
        Tag
      </button>
    </form>
  );
}
