import { create } from 'zustand';
import { StillwatchError } from '../../shared/contract/errors.ts';
import { nowUs } from '../ui/format.ts';
import { isCancelled, messageOf } from '../ui/message-of.ts';

interface Saving {
  /** Writes that the engine has not answered yet. */
  readonly writing: number;
  /** Fields that hold what is on its way or waits for a pause, and those whose text or choice was refused. */
  readonly waiting: number;
  readonly refused: number;
  /** Why the last write was refused, as long as nothing has been written since or a field still holds its text. */
  readonly failure: string | null;
  /** It tells of the file alone, and nothing of what is in it. */
  readonly failureOfFile: boolean;
  /** When something was last written to the case; null when nothing was in this session. */
  readonly savedUs: number | null;
}

const NOTHING: Saving = {
  writing: 0,
  waiting: 0,
  refused: 0,
  failure: null,
  failureOfFile: false,
  savedUs: null,
};

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
    if (!isCancelled(error))
      useSaving.setState({ failure: messageOf(error), failureOfFile: isOfFile(error) });
    throw error;
  } finally {
    useSaving.setState(({ writing }) => ({ writing: writing - 1 }));
  }
}

const OF_FILE: ReadonlySet<string> = new Set(['DISK_FULL', 'FILE_UNWRITABLE', 'BUSY']);

function isOfFile(error: unknown): boolean {
  return error instanceof StillwatchError && OF_FILE.has(error.code);
}

/** How many fields hold something that is not saved: on its way or waiting for a pause, and refused by the case. */
export function countFields(waiting: number, refused: number): void {
  useSaving.setState((before) => ({
    waiting,
    refused,
    failure: before.refused > 0 && refused === 0 ? null : before.failure,
  }));
}
