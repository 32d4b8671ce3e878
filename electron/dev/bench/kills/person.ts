import {
  addAnnotation,
  editAnnotation,
  removeAnnotation,
  setStar,
} from '../../../../shared/contract/annotations.ts';
import { changeFinding, createFinding } from '../../../../shared/contract/findings.ts';
import { redo, undo } from '../../../../shared/contract/history.ts';
import type { Database } from '../../../engine/case/database.ts';
import { listRecords } from '../../../engine/records/read.ts';
import type { Rng } from '../../../engine/rng.ts';
import type { EngineChild } from '../engine-child.ts';
import { type Change, Model, type Turn, type Written } from './model.ts';

/** Something a person does, and what it does to what is written. */
interface Order {
  readonly does: readonly Change[] | Turn;
  readonly run: (engine: EngineChild) => Promise<unknown>;
}

/** What the case holds of it after an engine was killed. */
export interface Settled {
  /** Acts that were answered since the last time. */
  readonly answered: number;
  /** Of these, how many commands are not there. */
  readonly lost: number;
  /** Whether all that is written is what the model says. */
  readonly agrees: boolean;
}

/** Acts sent ahead of their answers, so that a kill finds the engine at work. */
const AHEAD = 8;
/** More are not written; what is there is changed and taken away instead. */
const MOST = 60;

/** Somebody who writes, changes, undoes and redoes, and a plain model of what must be there of it. */
export class Person {
  private model = new Model();
  private expected = new Model();
  private sent: Order[] = [];
  private answered = 0;
  private number = 0;
  private readonly ids = new Map<string, string>();
  private readonly rng: Rng;
  private readonly accounts: readonly string[];
  private readonly name: string;

  constructor(name: string, rng: Rng, accounts: readonly string[]) {
    this.name = name;
    this.rng = rng;
    this.accounts = accounts;
  }

  /** Takes what the case holds now for where everything begins. */
  begin(db: Database): void {
    this.model = new Model([writtenIn(db)]);
    this.settle(db);
  }

  /** One act, answered. @throws what the engine answers, EngineEnded */
  async act(engine: EngineChild): Promise<void> {
    await this.send(engine, this.choose());
  }

  /** Acts, several on their way at a time, until so many are answered. */
  async acts(engine: EngineChild, count: number): Promise<void> {
    let left = count;
    const work = async () => {
      while (left-- > 0) await this.act(engine);
    };
    await Promise.all(Array.from({ length: AHEAD }, work));
  }

  /** An act of another kind: what it will have written. */
  async send(engine: EngineChild, order: Order): Promise<void> {
    this.expected.do(order.does);
    this.sent.push(order);
    await order.run(engine);
    // The engine answers in the order it was asked.
    this.answered++;
  }

  /** Compares with the case: what was answered is there; of what was on its way an unbroken beginning may be. */
  settle(db: Database): Settled {
    const found = db
      .prepare('SELECT count(*) FROM command WHERE undoes IS NOT NULL OR final = 0')
      .pluck()
      .get() as number;
    const { model, answered } = this;
    for (const { does } of this.sent.slice(0, answered)) model.do(does);
    const lost = Math.max(0, model.commands - found);
    for (const { does } of this.sent.slice(answered)) if (model.commands < found) model.do(does);
    const agrees = model.commands === found && same(model.written, writtenIn(db));
    this.expected = model.copy();
    this.sent = [];
    this.answered = 0;
    this.ids.clear();
    for (const [id, { text }] of listRecords(db, 'annotation')) this.ids.set(text, id);
    for (const [id, { claim }] of listRecords(db, 'finding')) this.ids.set(claim, id);
    return { answered, lost, agrees };
  }

  private choose(): Order {
    const written = [...this.expected.written.keys()];
    const dice = this.rng.float();
    if (dice < 0.15) return { does: 'undo', run: (engine) => engine.call(undo, {}) };
    if (dice < 0.25) return { does: 'redo', run: (engine) => engine.call(redo, {}) };
    if (dice < 0.35) return this.star();
    const known = written.filter((what) => /^(comment|tag) /.test(what) && this.ids.has(textOf(what)));
    const one = known[this.rng.int(0, Math.max(0, known.length - 1))];
    if (one !== undefined && (written.length > MOST || dice < 0.5)) return this.remove(one);
    if (one !== undefined && dice < 0.6) return this.edit(one);
    if (dice < 0.65) return this.finding(written);
    return this.add(dice < 0.8 ? 'tag' : 'comment');
  }

  private add(kind: 'tag' | 'comment'): Order {
    const text = this.words();
    const on = this.reference();
    const run = async (engine: EngineChild) => {
      const { id } = await engine.call(addAnnotation, { on, kind, text });
      this.ids.set(text, id);
    };
    return { does: [[`${kind} ${text}`, on]], run };
  }

  private edit(what: string): Order {
    const text = this.words();
    const id = this.ids.get(textOf(what)) as string;
    this.ids.set(text, id);
    const on = this.expected.written.get(what) as string;
    const kind = what.slice(0, what.indexOf(' '));
    return {
      does: [
        [what, null],
        [`${kind} ${text}`, on],
      ],
      run: (engine) => engine.call(editAnnotation, { id, text }),
    };
  }

  private remove(what: string): Order {
    const id = this.ids.get(textOf(what)) as string;
    return { does: [[what, null]], run: (engine) => engine.call(removeAnnotation, { id }) };
  }

  private star(): Order {
    const on = this.reference();
    const starred = !this.expected.written.has(`star ${on}`);
    const run = (engine: EngineChild) => engine.call(setStar, { on, starred });
    return { does: [[`star ${on}`, starred ? '' : null]], run };
  }

  private finding(written: readonly string[]): Order {
    const known = written.find((what) => what.startsWith('finding ') && this.ids.has(textOf(what)));
    if (known === undefined) {
      const claim = this.words();
      const run = async (engine: EngineChild) => {
        const { id } = await engine.call(createFinding, { claim });
        this.ids.set(claim, id);
      };
      return { does: [[`finding ${claim}`, '']], run };
    }
    const reasoning = this.words();
    const id = this.ids.get(textOf(known)) as string;
    return {
      does: [[known, reasoning]],
      run: (engine) => engine.call(changeFinding, { id, fields: { reasoning } }),
    };
  }

  private words(): string {
    return `${this.name} ${++this.number}`;
  }

  private reference(): string {
    return `account:${this.accounts[this.rng.int(0, this.accounts.length - 1)]}`;
  }
}

const textOf = (what: string) => what.slice(what.indexOf(' ') + 1);

function same(one: Written, other: Written): boolean {
  return one.size === other.size && [...one].every(([what, says]) => other.get(what) === says);
}

/** What people wrote into a case, as the model tells it. */
function writtenIn(db: Database): Written {
  const written = new Map<string, string>();
  for (const [, { kind, on, text }] of listRecords(db, 'annotation'))
    if (kind === 'star') written.set(`star ${on}`, '');
    else written.set(`${kind} ${text}`, on);
  for (const [, { claim, reasoning }] of listRecords(db, 'finding'))
    written.set(`finding ${claim}`, reasoning);
  for (const [, { title, finding }] of listRecords(db, 'exhibit')) written.set(`exhibit ${title}`, finding);
  return written;
}
