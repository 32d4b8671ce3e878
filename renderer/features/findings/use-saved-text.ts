import { type RefObject, useEffect, useRef, useState } from 'react';
import { fieldToSave } from '../../store/saving.ts';

/** After this long without a key, what was typed is saved. */
const PAUSE_MS = 600;

export interface SavedText {
  /** What the field shows. */
  readonly text: string;
  readonly change: (text: string) => void;
  readonly begin: () => void;
  /** Saves what is not saved yet. */
  readonly end: () => void;
  /** What was typed cannot be kept: a text that must not be empty is. */
  readonly refused: boolean;
}

/**
 * A text that is saved as it is typed: after a pause, when the field is left, when it goes away, and with the window.
 * While somebody types, what they typed stays whatever comes back; else the field shows what is kept, so undo is seen at
 * once.
 * @param save resolves to whether it was kept.
 */
export function useSavedText(
  kept: string,
  save: (text: string) => Promise<boolean>,
  required = false,
): SavedText {
  const [draft, setDraft] = useState<string | null>(null);
  const typing = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const now = useLatest({ kept, draft, save, required });
  const [stands] = useState(fieldToSave);
  const gone = useRef(false);
  /** What is being saved. Sent twice it could bring back what was removed since with all that belongs to it. */
  const sent = useRef<string | null>(null);

  const flush = useRef(() => {
    window.clearTimeout(timer.current);
    const { kept: before, draft: typed, save: write, required: wanted } = now.current;
    const text = typed?.trim();
    const isNew = typed !== null && isWorthSaving(typed, before, wanted);
    if (isNew && text !== sent.current) {
      sent.current = typed.trim();
      void write(sent.current).then((saved) => {
        if (saved) return;
        if (sent.current === text) sent.current = null;
        if (!gone.current) stands('refused');
      });
    }
    stands(null);
    return isNew;
  });
  useEffect(() => {
    const leave = () => void flush.current();
    // A window that is closed takes its fields with it; what it posts to the engine before that still arrives.
    window.addEventListener('pagehide', leave);
    gone.current = false;
    return () => {
      window.removeEventListener('pagehide', leave);
      gone.current = true;
      leave();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept has changed, by this field or by an undo
  useEffect(() => {
    sent.current = null;
  }, [kept]);
  useEffect(() => {
    if (!typing.current && draft?.trim() === kept) setDraft(null);
  }, [kept, draft]);

  return {
    text: draft ?? kept,
    change: (text) => {
      setDraft(text);
      sent.current = null;
      stands(isWorthSaving(text, kept, required) ? 'waiting' : null);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => flush.current(), PAUSE_MS);
    },
    begin: () => {
      typing.current = true;
    },
    end: () => {
      typing.current = false;
      // A draft that is being saved stays until it comes back as what is kept.
      if (!flush.current()) setDraft(null);
    },
    refused: required && draft !== null && draft.trim() === '',
  };
}

/** It differs from what is kept, and may be kept itself. */
function isWorthSaving(text: string, kept: string, required: boolean): boolean {
  return text.trim() !== kept && !(required && text.trim() === '');
}

function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
