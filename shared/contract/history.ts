import { z } from 'zod';
import { nothing, read, write } from './define.ts';

/** What undo and redo would do now, in words; null when there is nothing. */
export interface HistoryState {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** An act of a person; that it was undone or redone is told by `stands`. */
export interface HistoryItem {
  /** Order among all commands, undoings included. */
  readonly seq: number;
  /** UUIDv7. */
  readonly id: string;
  readonly atUs: number;
  readonly author: string;
  /** In words, as after "Undo: ". */
  readonly title: string;
  /** Whether it holds now: not undone, or redone after that. */
  readonly stands: boolean;
  /** It cannot be taken back. */
  readonly final: boolean;
}

export const historyState = read('history.state', nothing).returns<HistoryState>();
/** Acts with seq below `before` (or the newest), newest first. */
export const listHistory = read(
  'history.list',
  z.strictObject({ before: z.int().min(1).nullable(), limit: z.int().min(1).max(500) }),
).returns<readonly HistoryItem[]>();
export const undo = write('history.undo', nothing).returns<HistoryState>();
export const redo = write('history.redo', nothing).returns<HistoryState>();
