/** As much of a command as undo and redo need. */
export interface HistoryEntry {
  readonly id: string;
  /** The command this one takes back; null for a fresh act. */
  readonly undoes: string | null;
  readonly canBeUndone: boolean;
}

/** A command that can be taken back, and the act that it did, undid or did again. */
interface Step {
  readonly id: string;
  readonly act: string;
}

/**
 * What undo and redo act on, folded from all commands in order. Undoing is a command that takes back an act; redoing
 * is a command that takes back an undoing; a fresh act ends what could be redone.
 */
export class HistoryFold {
  private readonly undoable: Step[] = [];
  private redoable: Step[] = [];

  next({ id, undoes, canBeUndone }: HistoryEntry): void {
    if (undoes === null) {
      this.redoable = [];
      if (canBeUndone) this.undoable.push({ id, act: id });
    } else if (this.undoable.at(-1)?.id === undoes) {
      const { act } = this.undoable.pop() as Step;
      this.redoable.push({ id, act });
    } else if (this.redoable.at(-1)?.id === undoes) {
      const { act } = this.redoable.pop() as Step;
      this.undoable.push({ id, act });
    }
  }

  /** The command that undo would take back; null for none. */
  get undo(): string | null {
    return this.undoable.at(-1)?.id ?? null;
  }

  get redo(): string | null {
    return this.redoable.at(-1)?.id ?? null;
  }

  /** The newest act that stands and can be undone. */
  get newestAct(): string | null {
    return this.undoable.at(-1)?.act ?? null;
  }

  /** Whether an act stands and undo would come to it, or was taken back and redo would; null for neither. */
  reaches(act: string): 'undo' | 'redo' | null {
    if (this.undoable.some((step) => step.act === act)) return 'undo';
    return this.redoable.some((step) => step.act === act) ? 'redo' : null;
  }
}
