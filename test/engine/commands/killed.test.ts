import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Database } from '../../../electron/engine/case/database.ts';
import { openCase } from '../../../electron/engine/case/open-case.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import type { RecordChange } from '../../../electron/engine/records/change.ts';
import { Rng } from '../../../electron/engine/rng.ts';
import { newCase, tempFolder } from '../support.ts';
import type { Order } from './acting-process.ts';
import { Model, type Records } from './model.ts';

const COMMANDS = 10_000;
const KILLS = 40;
/** Orders sent ahead of their answers, so that a kill finds the process at work. */
const AHEAD = 20;

function records(db: Database): Records {
  const rows = db
    .prepare("SELECT kind || ' ' || id, body FROM record WHERE kind <> 'property' ORDER BY 1")
    .raw()
    .all() as [string, string][];
  return new Map(rows);
}

const sorted = (all: Records) => [...all].sort(([a], [b]) => (a < b ? -1 : 1));

function randomChanges(rng: Rng, number: number): RecordChange[] {
  return Array.from({ length: rng.int(1, 3) }, (): RecordChange => {
    const id = `n${rng.int(0, 11)}`;
    const gone = rng.int(0, 3) === 0;
    if (rng.int(0, 1) === 0)
      return { kind: 'cohortMove', id, body: gone ? null : { cohort: `c${rng.int(0, 4)}` } };
    return { kind: 'graphPlace', id, body: gone ? null : { x: number, y: rng.int(0, 8) } };
  });
}

function randomOrder(rng: Rng, number: number): Order {
  const dice = rng.int(0, 9);
  if (dice < 2) return { number, do: 'undo' };
  if (dice < 3) return { number, do: 'redo' };
  return { number, do: 'act', changes: randomChanges(rng, number) };
}

function apply(model: Model, order: Order): void {
  if (order.do === 'act') model.act(order.changes);
  else model[order.do]();
}

/**
 * Works off `orders` in a process of its own and kills it after `killAfter` answers, at whatever it is doing then.
 * @returns how many it had answered
 */
async function workUntilKilled(path: string, orders: readonly Order[], killAfter: number): Promise<number> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'acting-process.ts'), [path], { silent: true });
  let answered = 0;
  let sent = 0;
  await new Promise<void>((done, fail) => {
    const kill = async (): Promise<void> => {
      // Somewhere within the acts that are on their way.
      await sleep(answered % 7);
      child.kill('SIGKILL');
    };
    child.once('error', fail);
    child.once('exit', () => done());
    child.on('message', (message) => {
      if (message !== 'ready') answered++;
      if (answered === killAfter) void kill();
      while (sent < orders.length && sent - answered < AHEAD) child.send(orders[sent++]);
      if (answered === orders.length) child.kill('SIGKILL');
    });
  });
  return answered;
}

test(`${COMMANDS} acts, undoings and redoings with ${KILLS} kills between leave what a plain model says`, async () => {
  const path = join(tempFolder(), 'case.swcase');
  await (await newCase(path)).close();
  const rng = new Rng(20261121);
  const model = new Model();
  let number = 0;
  let kills = 0;
  while (number < COMMANDS) {
    const orders = Array.from({ length: Math.min(COMMANDS - number, COMMANDS / KILLS + AHEAD) }, (_, i) =>
      randomOrder(rng, number + i),
    );
    const answered = await workUntilKilled(path, orders, COMMANDS / KILLS);
    kills++;
    const open = await openCase(path, 'tester', null);
    const found = sorted(records(open.db));
    const commands = open.db
      .prepare('SELECT count(*) FROM command WHERE undoes IS NOT NULL OR final = 0')
      .pluck()
      .get();
    expect(verifyChain(open.db).firstBad).toBeNull();
    await open.close();
    // What was answered is there; of what was on its way an unbroken beginning may be.
    for (const order of orders.slice(0, answered)) apply(model, order);
    let done = answered;
    while (model.written !== commands && done < Math.min(orders.length, answered + AHEAD))
      apply(model, orders[done++]);
    expect(model.written, `commands kept of the first ${number + done}`).toBe(commands);
    expect(found).toEqual(sorted(model.records));
    number += done;
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS - 1);
});
