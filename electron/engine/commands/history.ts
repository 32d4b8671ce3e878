/** As much of a command as undo and redo need. */
export interface HistoryEntry {
  readonly id: string;
  /** The command this one takes back; null for a fresh act. */
  readonly undoes: string | null;
  readonly canBeUndone: boolean;
}

/**
 * What undo and redo act on, folded from all commands in order. Undoing is a command that takes back an act; redoing
 * is a command that takes back an undoing; a fresh act ends what could be redone.
 */
export class HistoryFold {
  private readonly undoable: string[] = [];
  private redoable: string[] = [];

  next({ id, undoes, canBeUndone }: HistoryEntry): void {
    if (undoes === null) {
      this.redoable = [];
      if (canBeUndone) this.undoable.push(id);
    } else if (this.undoable.at(-1) === undoes) {
      this.undoable.pop();
      this.redoable.push(id);
    } else if (this.redoable.at(-1) === undoes) {
      this.redoable.pop();
      this.undoable.push(id);
    }
  }

  /** The command that undo would take back; null for none. */
  get undo(): string | null {
    return this.undoable.at(-1) ?? null;
  }

  get redo(): string | null {
    return this.redoable.at(-1) ?? null;
  }
}
