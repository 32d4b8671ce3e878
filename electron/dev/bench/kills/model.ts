/** What people wrote, as a person sees it: by what it is, what it says. */
export type Written = ReadonlyMap<string, string>;
/** null takes it away. */
export type Change = readonly [what: string, says: string | null];
export type Turn = 'undo' | 'redo';

/** What a case should hold: a plain undo stack of whole states, nothing clever. */
export class Model {
  private readonly states: Written[];
  private at: number;
  /** Commands written so far: what changes nothing writes none. */
  commands: number;

  constructor(states: readonly Written[] = [new Map()], at = 0, commands = 0) {
    this.states = [...states];
    this.at = at;
    this.commands = commands;
  }

  copy(): Model {
    return new Model(this.states, this.at, this.commands);
  }

  get written(): Written {
    return this.states[this.at];
  }

  do(what: readonly Change[] | Turn): void {
    if (what === 'undo') this.go(Math.max(0, this.at - 1));
    else if (what === 'redo') this.go(Math.min(this.states.length - 1, this.at + 1));
    else this.act(what);
  }

  private act(changes: readonly Change[]): void {
    const next = new Map(this.written);
    for (const [what, says] of changes) {
      if (says === null) next.delete(what);
      else next.set(what, says);
    }
    this.states.length = this.at + 1;
    this.states.push(next);
    this.at++;
    this.commands++;
  }

  private go(to: number): void {
    if (to !== this.at) this.commands++;
    this.at = to;
  }
}
