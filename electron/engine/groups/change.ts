import { v7 as uuidv7 } from 'uuid';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { MOST_GROUPED } from '../../../shared/records/group.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { shortened } from '../commands/shortened.ts';
import { readRecord } from '../records/read.ts';
import { type Membership, readMembership } from './membership.ts';

type Body = RecordBody<'group'>;

export interface Words {
  readonly title: string;
  readonly reason: string;
}

/** @returns the group's id. @throws StillwatchError NOT_FOUND, BAD_ARGS; see the contract. */
export function merge(
  open: Case,
  of: Body['of'],
  operators: readonly string[],
  accounts: readonly string[],
  words: Words,
): string {
  const membership = readMembership(open.db);
  const from = [...new Set(operators)];
  const whole = from.flatMap((operator) => mustHave(membership, operator));
  const all = [...new Set([...whole, ...accounts])].sort();
  refuseUnknown(open, accounts);
  if (all.length < 2 || (from.length === 1 && all.length === whole.length))
    throw new StillwatchError(
      'BAD_ARGS',
      'There is nothing to merge: name at least two operators or accounts that are not together already. Nothing was changed.',
    );
  if (all.length > MOST_GROUPED)
    throw new StillwatchError(
      'BAD_ARGS',
      `A group holds at most ${MOST_GROUPED} accounts, and this would be ${all.length}. Nothing was changed.`,
    );
  return write(open, membership, { of, how: 'merge', accounts: all, from, ...words });
}

/** @returns the group's id. @throws StillwatchError NOT_FOUND, BAD_ARGS; see the contract. */
export function split(
  open: Case,
  of: Body['of'],
  operator: string | null,
  accounts: readonly string[],
  words: Words,
): string {
  const membership = readMembership(open.db);
  const apart = [...new Set(accounts)].sort();
  refuseUnknown(open, apart);
  if (of === 'identity' && apart.length < 2) throw noSplit('name at least two accounts to keep apart');
  if (operator !== null) {
    const all = new Set(mustHave(membership, operator));
    if (apart.some((account) => !all.has(account)))
      throw noSplit('some of these accounts are not of this operator');
    if (apart.length === all.size) throw noSplit('these are all accounts of this operator');
  }
  const from = operator === null ? [] : [operator];
  return write(open, membership, { of, how: 'split', accounts: apart, from, ...words });
}

/** @throws StillwatchError NOT_FOUND */
export function dissolve(open: Case, id: string): void {
  const before = readRecord(open.db, 'group', id);
  if (!before) throw new StillwatchError('NOT_FOUND', 'This group is no longer there. Nothing was changed.');
  act(open, {
    action: 'group.dissolve',
    title: `dissolve ${named(before)}`,
    changes: [{ kind: 'group', id, body: null }],
  });
}

function named({ of, how, title }: Pick<Body, 'of' | 'how' | 'title'>): string {
  return `the ${how} of ${of === 'operator' ? 'operators' : 'identities'} "${shortened(title)}"`;
}

function write(
  open: Case,
  membership: Membership,
  { title, reason, ...group }: Pick<Body, 'of' | 'how' | 'accounts' | 'from'> & Words,
): string {
  const id = uuidv7();
  const body: Body = {
    ...group,
    title: title.toWellFormed(),
    reason: reason.toWellFormed(),
    stood: standing(group.accounts, membership),
    author: open.author,
    createdUs: nowUs(),
  };
  act(open, {
    action: `group.${group.how}`,
    title: `make ${named(body)}`,
    changes: [{ kind: 'group', id, body }],
  });
  return id;
}

function standing(accounts: readonly string[], { operatorOf }: Membership): Body['stood'] {
  const stood = new Map<string, string[]>();
  for (const account of accounts) {
    const operator = operatorOf(account);
    if (operator === null) continue;
    const own = stood.get(operator) ?? [];
    stood.set(operator, own);
    own.push(account);
  }
  return [...stood].map(([operator, own]) => ({ operator, accounts: own }));
}

function mustHave({ accountsOf }: Membership, operator: string): readonly string[] {
  const found = accountsOf(operator);
  if (found) return found;
  throw new StillwatchError(
    'NOT_FOUND',
    'The last analysis of this case found no such operator. Nothing was changed. The list of operators shows those it found.',
  );
}

function refuseUnknown({ db }: Case, accounts: readonly string[]): void {
  const inCase = db.prepare('SELECT 1 FROM account WHERE external_id = ?');
  if (accounts.every((account) => inCase.get(account) !== undefined)) return;
  throw new StillwatchError('NOT_FOUND', 'The case holds no such account. Nothing was changed.');
}

function noSplit(why: string): StillwatchError {
  return new StillwatchError('BAD_ARGS', `There is nothing to keep apart: ${why}. Nothing was changed.`);
}
