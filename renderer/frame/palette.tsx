import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { closeDialog } from '../store/dialogs.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Shown } from '../ui/shown.tsx';
import { keyWords } from './commands/keys.ts';
import { nextEntry, type PaletteEntry } from './palette-entries.ts';
import { usePaletteEntries } from './use-palette-entries.ts';
import './palette.css';

/** Finds commands, views, operators and accounts by a few letters, and does or opens what is chosen. */
export function PaletteDialog() {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { sections, busy } = usePaletteEntries(query);
  const list = useId();
  const entries = sections.flatMap((section) => section.entries);
  // By its id, so that what comes in later does not move the choice under the hand.
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === chosen),
  );
  const current = entries[at];

  const act = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    closeDialog();
    entry.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') act(current);
    const next = nextEntry(event.key, at, entries.length);
    if (next !== null) setChosen(entries[next].id);
    if (next !== null || event.key === 'Enter') event.preventDefault();
  };

  return (
    <Dialog title="Find or do anything" onClose={closeDialog}>
      <div className="palette">
        <input
          type="text"
          role="combobox"
          aria-label="Find or do anything"
          aria-expanded="true"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current && `${list}-${at}`}
          placeholder="A command, a view, an operator, an account"
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
        <div className="palette-list" role="listbox" id={list} aria-label="Found">
          {sections.map(({ title, entries: found }) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
            <div key={title} role="group" aria-label={title}>
              <span className="palette-section" aria-hidden="true">
                {title}
              </span>
              {found.map((entry) => (
                <Option
                  key={entry.id}
                  id={`${list}-${entries.indexOf(entry)}`}
                  entry={entry}
                  selected={entry === current}
                  onAct={() => act(entry)}
                />
              ))}
            </div>
          ))}
        </div>
        {entries.length === 0 && !busy && (
          <p className="soft palette-none">
            Nothing is called{' '}
            <q>
              <Shown text={query} max={60} />
            </q>
            . Commands are found by their words, accounts by any part of their identifier or tags.
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly selected: boolean;
  readonly onAct: () => void;
}

function Option({ id, entry, selected, onAct }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus and names the option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div ref={row} id={id} role="option" aria-selected={selected} className="palette-option" onClick={onAct}>
      <span className={entry.mono ? 'mono palette-title' : 'palette-title'}>
        <Marked text={entry.title} positions={entry.positions} />
      </span>
      {entry.about && <span className="soft">{entry.about}</span>}
      {entry.key && <kbd>{keyWords(entry.key)}</kbd>}
    </div>
  );
}

/** A text with the letters that were typed marked; without any it may come from the data and is made harmless. */
function Marked({ text, positions }: { text: string; positions: readonly number[] }) {
  if (positions.length === 0) return <Shown text={text} max={80} />;
  const marked = new Set(positions);
  return text.split('').map((letter, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a letter is known by its place
    marked.has(at) ? <mark key={at}>{letter}</mark> : letter,
  );
}
