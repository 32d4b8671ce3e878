import { useEffect, useRef, useState } from 'react';
import { type FieldName, heldValue, hold, isHeld, letGo, saveHeld, useUnsaved } from '../store/unsaved.ts';

/** Arrow keys pass over choices on their way; the one they stay on is saved. */
const PAUSE_MS = 500;

/**
 * A choice that is shown at once and saved when it stays, when it goes off the screen, with the case and with the
 * window. One that the case refused stays chosen, and is told as not saved.
 * @param field tells it apart from all others; of a field on screen it must not change
 * @returns what is chosen, and how to choose
 */
export function useSavedChoice<T>(
  field: FieldName,
  kept: T,
  save: (choice: T) => Promise<boolean>,
): readonly [T, (choice: T) => void] {
  const [wanted, setWanted] = useState(() => (isHeld(field) ? { choice: heldValue(field) as T } : null));
  const drops = useUnsaved((state) => state.drops);
  const before = useRef({ kept, drops });
  /** What is on its way into the case, or is there and has not come back yet. */
  const sent = useRef<{ readonly choice: T } | null>(null);
  const { of, what } = field;
  useEffect(() => () => void saveHeld({ of, what }), [of, what]);
  // What is kept now, by this choice or by an undo, is what holds.
  useEffect(() => {
    if (before.current.kept === kept && before.current.drops === drops) return;
    before.current = { kept, drops };
    sent.current = null;
    if (!isHeld({ of, what })) setWanted(null);
  }, [of, what, kept, drops]);

  const write = async (choice: T) => {
    sent.current = { choice };
    const taken = await save(choice);
    if (!taken && sent.current?.choice === choice) sent.current = null;
    return taken;
  };
  const choose = (choice: T) => {
    setWanted({ choice });
    if (isHeld(field) && heldValue(field) === choice) return;
    if (choice === (sent.current ?? { choice: kept }).choice) letGo(field);
    else hold(field, choice, write, PAUSE_MS);
  };
  return [wanted ? wanted.choice : kept, choose];
}
