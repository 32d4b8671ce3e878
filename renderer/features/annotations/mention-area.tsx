import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { isStillHere } from '../../ui/still-here.ts';
import { type Typed, typedMention, withMention } from './mention-model.ts';
import { NameableList } from './nameable-list.tsx';
import { type Nameable, useNameable } from './use-nameable.ts';

interface Props {
  /** Name and description of the field. */
  readonly ids: Readonly<Record<string, unknown>>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** In characters. */
  readonly max?: number;
  readonly rows?: number;
  /** Where it was asked for by a button that it takes the place of. */
  readonly focused?: boolean;
  readonly onFocus?: () => void;
  /** @param byKey by Escape: the focus is where the field was */
  readonly onLeave?: (byKey: boolean) => void;
}

/**
 * A text that may mention things of the case: `@` or `[[` offers accounts, operators and templates, Ctrl+Enter sends
 * its form, Escape closes the list and then leaves.
 */
export function MentionArea({
  ids,
  value,
  onChange,
  max = 10_000,
  rows = 3,
  focused,
  onFocus,
  onLeave,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [at, setAt] = useState(0);
  const caretWanted = useRef<number | null>(null);
  const found = useNameable(typed?.part ?? null);
  const isOpen = typed !== null && found.length > 0;
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => {
    if (focused) area.current?.focus();
  }, [focused]);
  useLayoutEffect(() => {
    if (caretWanted.current === null) return;
    area.current?.setSelectionRange(caretWanted.current, caretWanted.current);
    caretWanted.current = null;
  });

  const look = ({ value: text, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    setTyped(selectionStart === selectionEnd ? typedMention(text, selectionStart) : null);
    setAt(0);
  };
  const pick = ({ reference, name }: Nameable) => {
    if (typed === null || !area.current) return;
    const next = withMention(value, area.current.selectionStart, typed, reference, name);
    caretWanted.current = next.caret;
    onChange(next.text.slice(0, max));
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.currentTarget.form?.requestSubmit();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isOpen && step !== undefined) setAt((chosen + step + found.length) % found.length);
    else if (isOpen && (event.key === 'Enter' || event.key === 'Tab')) pick(found[chosen]);
    else if (isOpen && event.key === 'Escape') setTyped(null);
    else if (onLeave && event.key === 'Escape') onLeave(true);
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
        maxLength={max}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target);
        }}
        onFocus={onFocus}
        onBlur={({ currentTarget }) => {
          setTyped(null);
          if (!isStillHere(currentTarget)) onLeave?.(false);
        }}
        onClick={(event) => look(event.currentTarget)}
        onKeyDown={onKeyDown}
      />
      {isOpen && <NameableList id={listId} found={found} at={chosen} onPick={pick} />}
    </div>
  );
}
