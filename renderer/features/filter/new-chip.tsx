import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type ChipField, type Suggestion, suggestValues } from '../../../shared/contract/filters.ts';
import { useSession } from '../../store/session.ts';
import { commitChip } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { closeAdding } from './panel-store.ts';
import { fieldsLike, readTypedChip } from './typed-chip.ts';
import { FIELD_WORDS } from './words.ts';

const MOST_SUGGESTED = 50;

interface Option {
  readonly key: string;
  readonly title: string;
  /** The title is of the data. */
  readonly value: boolean;
  readonly about: string;
  readonly choose: (negate: boolean) => void;
}

/** A new condition: a field, then one of its values; or both typed at once, `field:value`. */
export function NewChip({ onDone }: { onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const { field, part, negate } = readTypedChip(typed);
  const { options, error, note } = useOptions(field, part, (name) => {
    setTyped(`${negate ? 'not ' : ''}${name}:`);
    setAt(0);
    input.current?.focus();
  });
  const active = Math.min(at, options.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    input.current?.focus();
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) closeAdding();
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const choose = (option: Option | undefined, alsoNegate: boolean) => {
    if (!option) return;
    option.choose(negate !== alsoNegate);
    if (field !== null) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter') choose(options[active], event.altKey);
    else if (Object.hasOwn(steps, event.key)) {
      setAt(Math.max(0, Math.min(options.length - 1, active + steps[event.key])));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className="filter-new">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="New condition"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={active < 0 ? undefined : optionId(active)}
        placeholder="field:value, or choose"
        spellCheck={false}
        maxLength={240}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error !== undefined && <ErrorPanel error={error} />}
      <div id={id} role="listbox" aria-label={field === null ? 'Fields' : `Values of ${field}`}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={option.key}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className="filter-option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) => choose(option, event.altKey)}
          >
            <span className={option.value ? 'mono' : undefined}>
              {option.value ? <Shown text={option.title} max={80} /> : option.title}
            </span>
            <span className="soft">{option.about}</span>
          </div>
        ))}
      </div>
      <p className="soft filter-note">
        {note} <kbd>Enter</kbd> takes{field === null ? '' : negate ? ' its opposite' : ''}
        {field !== null && (
          <>
            , <kbd>Alt</kbd> <kbd>Enter</kbd> {negate ? 'as it says' : 'negates'}
          </>
        )}
      </p>
    </div>
  );
}

interface Options {
  readonly options: readonly Option[];
  readonly error: unknown;
  readonly note: string;
}

function useOptions(field: ChipField | null, part: string, choose: (field: ChipField) => void): Options {
  const dataVersion = useSession((state) => state.dataVersion);
  const notesVersion = useSession((state) => state.notesVersion);
  const asked =
    field === null || field === 'text' ? null : { field, part: part.slice(0, 200), limit: MOST_SUGGESTED };
  const found = useCall(suggestValues, asked, dataVersion * 1e6 + notesVersion, true);
  if (field === null) {
    const options = fieldsLike(part, (name) => FIELD_WORDS[name].about).map((name) => ({
      key: name,
      title: name,
      value: false,
      about: FIELD_WORDS[name].about,
      choose: () => choose(name),
    }));
    const note =
      options.length > 0 ? 'Type field:value, a minus before it negates.' : 'No field is called so.';
    return { options, error: undefined, note };
  }
  if (field === 'text') {
    const option: Option = {
      key: 'text',
      title: part,
      value: true,
      about: 'words that prompts hold',
      choose: (negate) => commitChip({ field, values: [part], negate }),
    };
    return {
      options: part === '' ? [] : [option],
      error: undefined,
      note: 'Words, as in the search of prompts.',
    };
  }
  const answered = found.of?.field === field ? (found.value ?? []) : [];
  const none = FIELD_WORDS[field].none;
  const options = [
    ...answered.map((suggestion) => valueOption(field, suggestion)),
    ...(none !== null && part === '' ? [noneOption(field, none)] : []),
  ];
  const note = found.busy
    ? 'Looking for values.'
    : answered.length === 0
      ? `No ${field} in the case ${part === '' ? 'to choose' : 'holds that'}.`
      : `${answered.length < MOST_SUGGESTED ? 'All values' : `The ${MOST_SUGGESTED} with the most requests`}, by requests in the case.`;
  return { options, error: found.error, note };
}

function valueOption(field: ChipField, { value, label, requests }: Suggestion): Option {
  return {
    key: `value ${value}`,
    title: label === value ? value : `${value} · ${label}`,
    value: true,
    about: formatUnits(requests, 'request'),
    choose: (negate) => commitChip({ field, values: [value], negate }),
  };
}

function noneOption(field: ChipField, title: string): Option {
  return {
    key: 'none',
    title,
    value: false,
    about: '',
    choose: (negate) => commitChip({ field, values: [null], negate }),
  };
}
