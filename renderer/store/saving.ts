import { create } from 'zustand';
import { nowUs } from '../ui/format.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';

/** A field that saves what is typed into it: it waits for a pause in the typing, or was refused the last time. */
type FieldState = 'waiting' | 'refused';

interface Saving {
  /** Writes that the engine has not answered yet. */
  readonly writing: number;
  readonly waiting: number;
  readonly refused: number;
  /** Why the last write was refused, as long as nothing has been written since or a field still holds its text. */
  readonly failure: string | null;
  /** When something was last written to the case; null when nothing was in this session. */
  readonly savedUs: number | null;
}

const NOTHING: Saving = { writing: 0, waiting: 0, refused: 0, failure: null, savedUs: null };

/** What of the work on the case is not in its file yet. */
export const useSaving = create<Saving>(() => NOTHING);

/** Forgets when and why, before another case is shown; what is under way still ends. */
export function forgetSaving(): void {
  useSaving.setState({ failure: null, savedUs: null });
}

/** Something was written, at this moment. */
export function saved(): void {
  useSaving.setState(({ refused, failure }) => ({
    savedUs: nowUs(),
    failure: refused > 0 ? failure : null,
  }));
}

/** Counts a write from its beginning to its answer. */
export async function watchWrite<Result>(answer: Promise<Result>): Promise<Result> {
  useSaving.setState(({ writing }) => ({ writing: writing + 1 }));
  try {
    const result = await answer;
    saved();
    return result;
  } catch (error) {
    if (!isCancelled(error)) useSaving.setState({ failure: messageOf(error) });
    throw error;
  } finally {
    useSaving.setState(({ writing }) => ({ writing: writing - 1 }));
  }
}

/** How one field stands, counted with all others; null once there is nothing to say of it. */
export function fieldToSave(): (state: FieldState | null) => void {
  let now: FieldState | null = null;
  return (next) => {
    if (next === now) return;
    const was = now;
    now = next;
    useSaving.setState(({ waiting, refused, failure }) => {
      const left = refused - (was === 'refused' ? 1 : 0) + (next === 'refused' ? 1 : 0);
      return {
        waiting: waiting - (was === 'waiting' ? 1 : 0) + (next === 'waiting' ? 1 : 0),
        refused: left,
        failure: was === 'refused' && left === 0 ? null : failure,
      };
    });
  };
}
