import type { Group, OperatorsAndGroups } from '../../../shared/contract/groups.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import { readOperatorRows } from '../analysis/results.ts';
import type { Database } from '../case/database.ts';
import { listRecords } from '../records/read.ts';
import { type Membership, readMembership } from './membership.ts';

type Body = RecordBody<'group'>;

/** The operators of the last analysis, and beside them what people put together or keep apart. */
export function operatorsAndGroups(db: Database): OperatorsAndGroups {
  return { operators: readOperatorRows(db), groups: listGroups(db) };
}

export function listGroups(db: Database): Group[] {
  const records = listRecords(db, 'group').sort(
    ([oneId, one], [otherId, other]) => one.createdUs - other.createdUs || (oneId < otherId ? -1 : 1),
  );
  const membership = readMembership(db);
  const groupsWith = holders(records);
  const inCase = db.prepare('SELECT 1 FROM account WHERE external_id = ?');
  return records.map(([id, { stood, from, ...body }]) => ({
    id,
    ...body,
    from: from.map((operator) => ({
      operator,
      accounts: membership.accountsOf(operator)?.length ?? null,
    })),
    moved: membership.analysed ? movedOf(body.accounts, stood, membership) : [],
    joined: body.how === 'merge' ? joinedOf(body.accounts, from, membership) : [],
    missing: body.accounts.filter((account) => inCase.get(account) === undefined),
    overlaps: [...new Set(body.accounts.flatMap((account) => groupsWith(body.of, account)))]
      .filter((other) => other !== id)
      .sort(),
  }));
}

function movedOf(accounts: readonly string[], stood: Body['stood'], membership: Membership): Group['moved'] {
  const before = new Map(stood.flatMap((one) => one.accounts.map((account) => [account, one.operator])));
  return accounts.flatMap((account) => {
    const [was, now] = [before.get(account) ?? null, membership.operatorOf(account)];
    return was === now ? [] : [{ account, was, now }];
  });
}

function joinedOf(
  accounts: readonly string[],
  from: readonly string[],
  membership: Membership,
): Group['joined'] {
  const own = new Set(accounts);
  return from.flatMap((operator) =>
    (membership.accountsOf(operator) ?? [])
      .filter((account) => !own.has(account))
      .map((account) => ({ account, operator })),
  );
}

/** Which groups of a kind name an account. */
function holders(records: readonly [string, Body][]): (of: Body['of'], account: string) => string[] {
  const found = new Map<string, string[]>();
  for (const [id, { of, accounts }] of records) {
    for (const account of accounts) {
      const key = `${of} ${account}`;
      const ids = found.get(key) ?? [];
      found.set(key, ids);
      ids.push(id);
    }
  }
  return (of, account) => found.get(`${of} ${account}`) ?? [];
}
