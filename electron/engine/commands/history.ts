/** As much of a command as undo and redo need. */
export interface HistoryEntry {
  readonly id: string;
  /** The command this one takes back; null for a fresh act. */
  readonly undoes: string | null;
  readonly canBeUndone: boolean;
}

/**
 * What undo and redo would act on now, folded from all commands in order. Undoing is a command that takes
 * back an act; redoing is a command that takes back an undoing; a fresh act ends what could be redone.
 */
export function foldHistory(commands: Iterable<HistoryEntry>): { undo: string | null; redo: string | null } {
  const undoable: string[] = [];
  let redoable: string[] = [];
  for (const command of commands) {
    if (command.undoes === null) {
      redoable = [];
      if (command.canBeUndone) undoable.push(command.id);
    } else if (undoable.at(-1) === command.undoes) {
      undoable.pop();
      redoable.push(command.id);
    } else if (redoable.at(-1) === command.undoes) {
      redoable.pop();
      undoable.push(command.id);
    }
  }
  return { undo: undoable.at(-1) ?? null, redo: redoable.at(-1) ?? null };
}
