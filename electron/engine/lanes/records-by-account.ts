import type { AccountRecord } from '../../../shared/contract/records.ts';
import { accountRecords, recordsOf } from '../accounts/records.ts';
import type { Database } from '../case/database.ts';

/** From so many accounts on, reading the records of all takes less than finding those of each. */
const MANY = 200;

/** What the records say of each of the accounts, oldest first. */
export function recordsByAccount(db: Database, ids: readonly number[]): (id: number) => AccountRecord[] {
  if (ids.length < MANY) return (id) => recordsOf(db, id);
  const wanted = new Set(ids);
  const found = new Map<number, AccountRecord[]>();
  for (const record of accountRecords(db)) {
    if (!wanted.has(record.accountId)) continue;
    const own = found.get(record.accountId);
    if (own) own.push(record);
    else found.set(record.accountId, [record]);
  }
  return (id) => found.get(id) ?? [];
}
