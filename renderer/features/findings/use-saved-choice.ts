import { useEffect, useRef, useState } from 'react';
import { fieldToSave } from '../../store/saving.ts';

/** Arrow keys pass over choices on their way; the one they stay on is saved. */
const PAUSE_MS = 500;

/** A choice that is shown at once and saved when it stays. @returns what is chosen, and how to choose. */
export function useSavedChoice<T>(
  kept: T,
  save: (choice: T) => Promise<boolean>,
): readonly [T, (choice: T) => void] {
  const [wanted, setWanted] = useState<{ readonly choice: T } | null>(null);
  const [stands] = useState(fieldToSave);
  const timer = useRef<number | undefined>(undefined);
  const pending = useRef<(() => void) | null>(null);
  useEffect(() => () => pending.current?.(), []);
  // What is kept now, by this choice or by an undo, is what holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another kept choice is a reason
  useEffect(() => setWanted(null), [kept]);

  const choose = (choice: T) => {
    setWanted({ choice });
    window.clearTimeout(timer.current);
    stands('waiting');
    pending.current = () => {
      pending.current = null;
      void save(choice).then((saved) => {
        if (!saved) setWanted(null);
      });
      stands(null);
    };
    timer.current = window.setTimeout(() => pending.current?.(), PAUSE_MS);
  };
  return [wanted ? wanted.choice : kept, choose];
}
