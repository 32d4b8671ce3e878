import type { RecordChange } from '../../../electron/engine/records/change.ts';

/** Records by kind and id, bodies as JSON. */
export type Records = ReadonlyMap<string, string>;

/** What a case should hold: a plain undo stack of whole states, nothing clever. */
export class Model {
  private states: Records[] = [new Map()];
  private at = 0;
  /** Commands written so far: what changes nothing writes none. */
  written = 0;

  get records(): Records {
    return this.states[this.at];
  }

  act(changes: readonly RecordChange[]): void {
    const next = new Map(this.records);
    for (const { kind, id, body } of changes) {
      if (body === null) next.delete(`${kind} ${id}`);
      else next.set(`${kind} ${id}`, JSON.stringify(body));
    }
    // Step by step, as a record that is changed and changed back has been changed.
    const seen = new Map(this.records);
    const changed = changes.some(({ kind, id, body }) => {
      const before = seen.get(`${kind} ${id}`);
      const after = body === null ? undefined : JSON.stringify(body);
      if (after === undefined) seen.delete(`${kind} ${id}`);
      else seen.set(`${kind} ${id}`, after);
      return before !== after;
    });
    if (!changed) return;
    this.states = [...this.states.slice(0, this.at + 1), next];
    this.at++;
    this.written++;
  }

  undo(): void {
    this.go(Math.max(0, this.at - 1));
  }

  redo(): void {
    this.go(Math.min(this.states.length - 1, this.at + 1));
  }

  private go(to: number): void {
    if (to !== this.at) this.written++;
    this.at = to;
  }
}
