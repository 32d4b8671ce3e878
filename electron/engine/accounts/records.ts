import type { AccountIdentifier, AccountRecord, ContextEvent } from '../../../shared/contract/records.ts';
import type { Database } from '../case/database.ts';

interface RecordRow extends Omit<AccountRecord, 'trainingAllowed' | 'reseller' | 'unread' | 'extra'> {
  readonly trainingAllowed: 0 | 1 | null;
  readonly reseller: 0 | 1 | null;
  readonly createdText: string | null;
  readonly trainingAllowedText: string | null;
  readonly resellerText: string | null;
  readonly statusChangedText: string | null;
  readonly extra: string;
}

const SELECT_RECORD = `
  SELECT a.external_id AS account, r.account_id AS accountId, s.sha256 AS source, r.row,
         r.organization_id AS organizationId, r.created_us AS createdUs, r.created_text AS createdText, r.plan,
         r.signup_route AS signupRoute, r.email, r.phone_hash AS phoneHash,
         r.payment_fingerprint AS paymentFingerprint, r.card_bin AS cardBin, r.kyc_level AS kycLevel,
         r.declared_use AS declaredUse, r.training_allowed AS trainingAllowed,
         r.training_allowed_text AS trainingAllowedText, r.reseller, r.reseller_text AS resellerText, r.status,
         r.status_changed_us AS statusChangedUs, r.status_changed_text AS statusChangedText, r.extra
  FROM account_record r JOIN source s ON s.id = r.source_id AND s.published = 1
  JOIN account a ON a.id = r.account_id`;
/** No time of a change comes first: it is the state before any. */
const OLDEST_FIRST = 'r.status_changed_us NULLS FIRST, r.source_id, r.row';

/** All records of accounts, by account, each account's oldest status first. */
export function accountRecords(db: Database): AccountRecord[] {
  return (db.prepare(`${SELECT_RECORD} ORDER BY r.account_id, ${OLDEST_FIRST}`).all() as RecordRow[]).map(
    toRecord,
  );
}

/** The records of one account by its id in the case, oldest status first. */
export function recordsOf(db: Database, accountId: number): AccountRecord[] {
  const rows = db.prepare(`${SELECT_RECORD} WHERE r.account_id = ? ORDER BY ${OLDEST_FIRST}`).all(accountId);
  return (rows as RecordRow[]).map(toRecord);
}

/**
 * One record an account: of each field what the latest record that states it says, all records of the history
 * together. `source` and `row` are those of the latest record.
 */
export function presentRecords(records: readonly AccountRecord[]): AccountRecord[] {
  const present = new Map<number, AccountRecord>();
  for (const record of records) {
    const before = present.get(record.accountId);
    present.set(record.accountId, before ? overlaid(before, record) : record);
  }
  return [...present.values()];
}

/** Identifiers that records say accounts carry: one entry for each record that says so, by account. */
export function accountIdentifiers(db: Database): AccountIdentifier[] {
  return db
    .prepare(
      `SELECT a.external_id AS account, c.account_id AS accountId, i.kind, i.value, c.original, s.sha256 AS source, c.row
       FROM account_identifier c JOIN identifier i ON i.id = c.identifier_id
       JOIN source s ON s.id = c.source_id AND s.published = 1 JOIN account a ON a.id = c.account_id
       ORDER BY c.account_id, i.kind, i.value, c.source_id, c.row`,
    )
    .all() as AccountIdentifier[];
}

/** Events of the context, earliest first, those without a time last. */
export function contextEvents(db: Database, limit = Number.MAX_SAFE_INTEGER): ContextEvent[] {
  const rows = db
    .prepare(
      `SELECT s.sha256 AS source, e.row, e.time_us AS timeUs, e.time_text AS timeText, e.kind, e.label,
              e.source AS reference, e.extra
       FROM context_event e JOIN source s ON s.id = e.source_id AND s.published = 1
       ORDER BY e.time_us NULLS LAST, e.source_id, e.row LIMIT ?`,
    )
    .all(limit) as (Omit<ContextEvent, 'extra'> & { readonly extra: string })[];
  return rows.map((row) => ({ ...row, extra: JSON.parse(row.extra) }));
}

export function countEvents(db: Database): number {
  return db
    .prepare('SELECT count(*) FROM context_event e JOIN source s ON s.id = e.source_id AND s.published = 1')
    .pluck()
    .get() as number;
}

function toRecord(row: RecordRow): AccountRecord {
  const { createdText, trainingAllowedText, resellerText, statusChangedText, ...rest } = row;
  return {
    ...rest,
    trainingAllowed: yes(row.trainingAllowed),
    reseller: yes(row.reseller),
    unread: {
      ...unread('created', row.createdUs, createdText),
      ...unread('trainingAllowed', row.trainingAllowed, trainingAllowedText),
      ...unread('reseller', row.reseller, resellerText),
      ...unread('statusChanged', row.statusChangedUs, statusChangedText),
    },
    extra: JSON.parse(row.extra),
  };
}

const yes = (value: 0 | 1 | null) => (value === null ? null : value === 1);

function unread(
  field: keyof AccountRecord['unread'],
  value: number | null,
  text: string | null,
): AccountRecord['unread'] {
  return value === null && text !== null ? { [field]: text } : {};
}

function overlaid(before: AccountRecord, latest: AccountRecord): AccountRecord {
  const stated = Object.fromEntries(Object.entries(latest).filter(([, value]) => value !== null));
  const both = { ...before, ...(stated as Partial<AccountRecord>) };
  const { created, trainingAllowed, reseller, statusChanged } = { ...before.unread, ...latest.unread };
  // What one record says readably, another's unreadable text does not take back.
  return {
    ...both,
    unread: {
      ...(both.createdUs === null && created !== undefined && { created }),
      ...(both.trainingAllowed === null && trainingAllowed !== undefined && { trainingAllowed }),
      ...(both.reseller === null && reseller !== undefined && { reseller }),
      ...(both.statusChangedUs === null && statusChanged !== undefined && { statusChanged }),
    },
    extra: { ...before.extra, ...latest.extra },
  };
}
