import { dissolveGroup, mergeGroup, splitGroup } from '../../../shared/contract/groups.ts';
import { engine } from '../../engine.ts';
import { notesChanged } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { messageOf } from '../../ui/message-of.ts';

export interface Words {
  readonly title: string;
  readonly reason: string;
}

/* The acts of forms throw as the call does, so that a form can keep its text. */

export async function mergeOperators(
  operators: readonly string[],
  accounts: readonly string[],
  words: Words,
): Promise<void> {
  await engine.call(mergeGroup, {
    of: 'operator',
    operators: [...operators],
    accounts: [...accounts],
    ...words,
  });
  await done('Merged. The operators of the analysis stay as they are; Undo takes it back.');
}

export async function splitOperator(
  operator: string,
  accounts: readonly string[],
  words: Words,
): Promise<void> {
  await engine.call(splitGroup, { of: 'operator', operator, accounts: [...accounts], ...words });
  await done('Split off. The operator of the analysis stays as it is; Undo takes it back.');
}

/** Says of accounts that they are one and the same customer, or that they are not. */
export async function tellIdentity(same: boolean, accounts: readonly string[], words: Words): Promise<void> {
  const group = { of: 'identity' as const, accounts: [...accounts], ...words };
  await (same ? engine.call(mergeGroup, group) : engine.call(splitGroup, group));
  await done(`Kept as ${same ? 'one customer' : 'different customers'}. It stands under Operators.`);
}

export async function dissolve(id: string): Promise<void> {
  try {
    await engine.call(dissolveGroup, { id });
    await done('Dissolved. Undo brings it back.');
  } catch (error) {
    say(messageOf(error));
  }
}

async function done(said: string): Promise<void> {
  say(said);
  await notesChanged();
}
