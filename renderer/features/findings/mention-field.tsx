import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { mentionOf } from '../../../shared/mentions.ts';
import { completed, type MentionAt, mentionAt } from './mention-at.ts';
import { NameableList } from './nameable-list.tsx';
import { type Nameable, useNameable } from './use-nameable.ts';
import type { SavedText } from './use-saved-text.ts';

interface Props {
  readonly label: string;
  readonly saved: SavedText;
  readonly max: number;
  readonly onDone: () => void;
}

/** A text being written; '@' or '[[' offers what of the case can be named. */
export function MentionField({ label, saved, max, onDone }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [mention, setMention] = useState<MentionAt | null>(null);
  const [at, setAt] = useState(0);
  const caretWanted = useRef<number | null>(null);
  const found = useNameable(mention?.query ?? null);
  const isOpen = mention !== null && found.length > 0;
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => field.current?.focus(), []);
  useLayoutEffect(() => {
    if (caretWanted.current === null) return;
    field.current?.setSelectionRange(caretWanted.current, caretWanted.current);
    caretWanted.current = null;
  });

  const end = () => {
    saved.end();
    onDone();
  };
  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current!;
    setMention(selectionStart === selectionEnd ? mentionAt(value, selectionStart) : null);
    setAt(0);
  };
  const pick = ({ reference }: Nameable) => {
    const written = mentionOf(reference);
    if (mention === null || written === null) return setMention(null);
    const next = completed(saved.text, field.current!.selectionStart, mention, written);
    caretWanted.current = next.caret;
    saved.change(next.text.slice(0, max));
    setMention(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOpen) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setAt((chosen + step + found.length) % found.length);
      else if (event.key === 'Enter' || event.key === 'Tab') pick(found[chosen]);
      else if (event.key === 'Escape') setMention(null);
      else return;
    } else if (event.key === 'Escape') end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="mention-field">
      <textarea
        ref={field}
        rows={Math.min(14, Math.max(3, saved.text.split('\n').length + 1))}
        maxLength={max}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${chosen}` : undefined}
        value={saved.text}
        onChange={(event) => {
          saved.change(event.target.value);
          look();
        }}
        onFocus={saved.begin}
        onBlur={() => {
          setMention(null);
          end();
        }}
        onClick={look}
        onKeyDown={onKeyDown}
      />
      {isOpen && <NameableList id={id} found={found} at={chosen} onPick={pick} />}
      <p className="field-hint">Type @ or [[ to name an account, operator or template. Esc ends.</p>
    </div>
  );
}
