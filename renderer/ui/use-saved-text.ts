import { useEffect, useRef, useState } from 'react';
import { type FieldName, heldValue, hold, isHeld, letGo, saveHeld, useUnsaved } from '../store/unsaved.ts';

/** After this long without a key, what was typed is saved. */
const PAUSE_MS = 600;

export interface SavedText {
  /** What the field shows. */
  readonly text: string;
  readonly change: (text: string) => void;
  readonly begin: () => void;
  /** Saves what is not saved yet. */
  readonly end: () => void;
  /** What was typed cannot be kept, such as no text where one must be. */
  readonly refused: boolean;
  /** The case did not take what is shown. */
  readonly unsaved: boolean;
}

/**
 * A text that is saved as it is typed: after a pause, when the field is left, when it goes away, with the case and with
 * the window. While somebody types, what they typed stays whatever comes back; else the field shows what is kept, so
 * undo is seen at once. A text that the case refused stays in the field, also when that comes back on screen.
 * @param field tells it apart from all others; of a field on screen it must not change
 * @param save resolves to whether it was kept
 * @param isFit whether a text may be kept; another is shown as typed and dropped with the end of typing
 */
export function useSavedText(
  field: FieldName,
  kept: string,
  save: (text: string) => Promise<boolean>,
  isFit: (text: string) => boolean = () => true,
): SavedText {
  const [draft, setDraft] = useState(() => heldValue(field) as string | undefined);
  const unsaved = useUnsaved(({ refused }) => refused.some((one) => isSame(one.field, field)));
  const drops = useUnsaved((state) => state.drops);
  const typing = useRef(false);
  const before = useRef({ kept, drops });
  /** What is on its way into the case, or is there and has not come back yet. */
  const sent = useRef<string | null>(null);
  const { of, what } = field;

  useEffect(() => () => void saveHeld({ of, what }), [of, what]);
  useEffect(() => {
    const { current: last } = before;
    if (last.kept === kept && last.drops === drops) return;
    before.current = { kept, drops };
    sent.current = null;
    const isTyping = typing.current && last.drops === drops;
    if (!isTyping && !isHeld({ of, what })) setDraft(undefined);
  }, [of, what, kept, drops]);

  const write = async (text: string) => {
    sent.current = text;
    const taken = await save(text);
    if (!taken && sent.current === text) sent.current = null;
    return taken;
  };
  return {
    text: draft ?? kept,
    change: (text) => {
      const wanted = text.trim();
      setDraft(text);
      if (isHeld(field) && heldValue(field) === wanted) return;
      if (wanted !== (sent.current ?? kept) && isFit(wanted)) hold(field, wanted, write, PAUSE_MS);
      else letGo(field);
    },
    begin: () => {
      typing.current = true;
    },
    end: () => {
      typing.current = false;
      // What is being saved stays until it comes back as what is kept.
      if (isHeld(field)) void saveHeld(field);
      else if (draft?.trim() !== sent.current) setDraft(undefined);
    },
    refused: draft !== undefined && !isFit(draft.trim()),
    unsaved,
  };
}

const isSame = (a: FieldName, b: FieldName) => a.of === b.of && a.what === b.what;

/** For texts that must not be empty. */
export const isWritten = (text: string): boolean => text !== '';
