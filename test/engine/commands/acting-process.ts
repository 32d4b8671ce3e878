import { openCase } from '../../../electron/engine/case/open-case.ts';
import { act } from '../../../electron/engine/commands/act.ts';
import { redo, undo } from '../../../electron/engine/commands/undo.ts';
import type { RecordChange } from '../../../electron/engine/records/change.ts';

/**
 * A person at work in a process of their own, until it is killed: does one act after the other of those sent to it,
 * and answers each with its number once it is done. `node acting-process.ts CASE` with IPC.
 */
export type Order =
  | { readonly number: number; readonly do: 'act'; readonly changes: readonly RecordChange[] }
  | { readonly number: number; readonly do: 'undo' | 'redo' };

const open = await openCase(process.argv[2], 'tester', null);

process.on('message', (order: Order) => {
  if (order.do === 'act')
    act(open, { action: 'test.act', title: `act ${order.number}`, changes: order.changes });
  else if (order.do === 'undo') undo(open);
  else redo(open);
  process.send?.(order.number);
});
process.send?.('ready');
