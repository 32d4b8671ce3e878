import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { suggestValues } from '../../../shared/contract/filters.ts';
import type { Reference } from '../../../shared/reference.ts';
import { useSession } from '../../store/session.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { type Typed, typedMention, withMention } from './mention-model.ts';

interface Props {
  readonly ids: Readonly<Record<string, unknown>>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
}

/** A field for a comment: `@` offers accounts, operators and templates to mention, Ctrl+Enter sends the form. */
export function MentionArea({ ids, value, onChange, rows = 3 }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [at, setAt] = useState(0);
  const [caretTo, setCaretTo] = useState<number | null>(null);
  const options = useSuggested(typed?.part ?? null);
  const isOpen = typed !== null && options.length > 0;
  const active = Math.min(at, options.length - 1);

  useEffect(() => {
    if (caretTo === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(caretTo, caretTo);
    setCaretTo(null);
  }, [caretTo]);

  const follow = (element: HTMLTextAreaElement) => {
    setTyped(typedMention(element.value, element.selectionEnd));
    setAt(0);
  };
  const choose = ({ reference, value: name }: Suggested) => {
    if (!typed) return;
    const next = withMention(value, area.current?.selectionEnd ?? value.length, typed, reference, name);
    onChange(next.text);
    setCaretTo(next.caret);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.currentTarget.form?.requestSubmit();
      return;
    }
    if (!isOpen) return;
    if (event.key === 'ArrowDown') setAt((active + 1) % options.length);
    else if (event.key === 'ArrowUp') setAt((active - 1 + options.length) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(options[active]);
    else if (event.key === 'Escape') setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="mention-area">
      <textarea
        {...ids}
        ref={area}
        rows={rows}
        maxLength={10_000}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          follow(event.target);
        }}
        onClick={(event) => follow(event.currentTarget)}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div id={listId} role="listbox" aria-label="What to mention" className="mentions">
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={`${option.kind} ${option.value}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className="mention-option"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span className="soft">{option.kind}</span>
              <span className="mono">
                <Shown text={option.value} max={60} />
              </span>
              <span className="soft">{formatUnits(option.requests, 'request')}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

interface Suggested {
  readonly kind: 'account' | 'operator' | 'template';
  readonly value: string;
  readonly requests: number;
  readonly reference: Reference;
}

const EACH = 4;

function useSuggested(part: string | null): readonly Suggested[] {
  const accounts = useField('account', part);
  const operators = useField('operator', part);
  const templates = useField('template', part);
  return part === null ? [] : [...operators, ...accounts, ...templates];
}

function useField(field: Suggested['kind'], part: string | null): readonly Suggested[] {
  const dataVersion = useSession((state) => state.dataVersion);
  const asked = part === null ? null : { field, part, limit: EACH };
  const found = useCall(suggestValues, asked, dataVersion, true);
  return (found.value ?? []).map(({ value, requests }) => ({
    kind: field,
    value,
    requests,
    reference: { kind: field, [field]: value } as unknown as Reference,
  }));
}
