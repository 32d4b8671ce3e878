import type { RequestField } from '../../../shared/contract/imports.ts';
import type { IdentifierKind } from '../../../shared/contract/records.ts';
import type { Database } from '../case/database.ts';
import { domainClass } from '../identifiers/email-domains.ts';
import { normalise } from '../identifiers/kinds.ts';
import { networkClass } from '../identifiers/network.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { textValues } from '../requests/codec.ts';
import { ACCOUNT_COLUMN, columnOf } from '../requests/columns.ts';
import { readNumbers, readText } from '../requests/read-chunk.ts';

/** Kinds whose values mean the same at another provider; names that each provider gives by itself do not. */
export const SHARED_KINDS = [
  'email',
  'email_skeleton',
  'email_domain',
  'phone',
  'payment_fingerprint',
  'device',
  'ip',
] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

const OF_REQUEST: Partial<Readonly<Record<SharedKind, RequestField>>> = { device: 'device_id', ip: 'ip' };

/** Accounts (ids in the case) that carry each value, by kind and comparison form. */
export type Holders = ReadonlyMap<SharedKind, ReadonlyMap<string, ReadonlySet<number>>>;

/**
 * Who carries which value, over records and requests of the whole case. Addresses inside of houses and of carriers, and
 * domains of public mail providers, are nobody's own and left out.
 * @throws StillwatchError CANCELLED
 */
export async function sharedValues(db: Database, job: Job): Promise<Holders> {
  const holders = new Map<SharedKind, Map<string, Set<number>>>();
  const add = (kind: SharedKind, value: string, account: number) => {
    const values = holders.get(kind) ?? new Map<string, Set<number>>();
    holders.set(kind, values);
    const accounts = values.get(value) ?? new Set();
    values.set(value, accounts);
    accounts.add(account);
  };
  const rows = db
    .prepare(
      `SELECT i.kind, i.value, a.account_id FROM identifier i JOIN account_identifier a ON a.identifier_id = i.id
       JOIN source s ON s.id = a.source_id WHERE s.published = 1`,
    )
    .raw()
    .iterate() as Iterable<[IdentifierKind, string, number]>;
  for (const [kind, value, account] of rows)
    if (isShared(kind) && isOwn(kind, value)) add(kind, value, account);

  const pause = pacer(job);
  const chunks = db
    .prepare(
      'SELECT k.id, k.rows FROM request_chunk k JOIN source s ON s.id = k.source_id WHERE s.published = 1 ORDER BY k.id',
    )
    .all() as { id: number; rows: number }[];
  for (const [done, { id, rows: length }] of chunks.entries()) {
    const account = readNumbers(db, id, ACCOUNT_COLUMN, length);
    for (const [kind, field] of Object.entries(OF_REQUEST) as [SharedKind, RequestField][]) {
      const column = readText(db, id, columnOf(field).number, length);
      if (!column) continue;
      const values = textValues(column).map((text) => {
        const value = text === null ? undefined : normalise(kind, text);
        return value !== undefined && isOwn(kind, value) ? value : undefined;
      });
      for (let i = 0; i < length; i++) {
        const value = values[column.codes[i]];
        if (value !== undefined) add(kind, value, account[i]);
      }
    }
    await pause({ stage: 'identifiers', done, total: chunks.length, unit: 'entries' });
  }
  return holders;
}

function isShared(kind: IdentifierKind): kind is SharedKind {
  return (SHARED_KINDS as readonly string[]).includes(kind);
}

function isOwn(kind: SharedKind, value: string): boolean {
  if (kind === 'email_domain') return domainClass(value) === 'corporate';
  if (kind !== 'ip') return true;
  const network = networkClass(value);
  return network === 'public' || network === 'documentation';
}
