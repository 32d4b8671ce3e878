import { readSource } from './check-source.ts';
import { IDENTIFIER_HIDES } from './columns.ts';
import { hidden } from './hide.ts';
import { insertOf } from './insert-of.ts';
import {
  json,
  type Leaving,
  type Names,
  optional,
  type PublishedTable,
  plain,
  type Row,
  real,
  text,
  whole,
} from './table.ts';

const PUBLISHED = 'JOIN source s ON s.id = r.source_id AND s.published = 1';

/** Sources as they were imported, with how many of their records were refused, not which. */
const SOURCES: PublishedTable = {
  name: 'source',
  columns: {
    sha256: plain,
    content_sha256: plain,
    kind: plain,
    file: text(),
    format: plain,
    grain: plain,
    preset: optional(plain),
    rules: json('plain'),
    size_bytes: whole,
    mapping: json('plain'),
    layout: json({ timeStyle: 'plain' }),
    imported_us: whole,
    rows_read: whole,
    stored: whole,
    duplicates: whole,
    conflicts: whole,
    rejected: whole,
    repeats: whole,
    without_time: whole,
    first_us: optional(whole),
    last_us: optional(whole),
    seconds: real,
    notes: json({}),
    warnings: json({}),
    times: optional(json('plain')),
    least_bucket_seconds: optional(real),
    most_bucket_seconds: optional(real),
  },
  key: null,
  select: `SELECT sha256, content_sha256, kind, file, format, grain, preset, rules, size_bytes, mapping, layout, imported_us,
             rows_read, stored, duplicates, conflicts, rejected, repeats, without_time, first_us, last_us, seconds, notes,
             warnings, times, least_bucket_seconds, most_bucket_seconds
           FROM source WHERE published = 1 ORDER BY imported_us, sha256`,
  writer(names) {
    const insert = insertOf(names.db, 'source', [...Object.keys(this.columns), 'published']);
    return (row) => {
      const texts = ['mapping', 'layout', 'rules', 'notes', 'warnings', 'times'];
      const read = texts.map((name) => [name, row[name] === null ? null : JSON.parse(row[name] as string)]);
      readSource.parse({ ...row, ...Object.fromEntries(read) });
      names.name('source', row.sha256 as string, insert({ ...row, published: 1 }));
    };
  },
};

/** Accounts that go along, whether they have requests or not. */
const ACCOUNTS: PublishedTable = {
  name: 'account',
  columns: { account: text('account') },
  key: ['account'],
  select: 'SELECT external_id AS account FROM account',
  goesAlong: isChosenAccount,
  writer(names) {
    const insert = insertOf(names.db, 'account', ['external_id']);
    return ({ account }) => names.name('account', account as string, insert({ external_id: account }));
  },
};

const RECORD_COLUMNS = {
  organization_id: optional(text('organization')),
  created_us: optional(whole),
  created_text: optional(text()),
  plan: optional(text()),
  signup_route: optional(text()),
  email: optional(text('email')),
  phone_hash: optional(text('phone')),
  payment_fingerprint: optional(text('payment')),
  card_bin: optional(plain),
  kyc_level: optional(text()),
  declared_use: optional(text()),
  training_allowed: optional(whole),
  training_allowed_text: optional(text()),
  reseller: optional(whole),
  reseller_text: optional(text()),
  status: optional(text()),
  status_changed_us: optional(whole),
  status_changed_text: optional(text()),
  extra: json({}),
};

const ACCOUNT_RECORDS: PublishedTable = {
  name: 'account_record',
  columns: { source: plain, row: whole, account: text('account'), ...RECORD_COLUMNS },
  key: ['source', 'row'],
  select: `SELECT s.sha256 AS source, r.row, a.external_id AS account, ${Object.keys(RECORD_COLUMNS)
    .map((name) => `r.${name}`)
    .join(', ')}
           FROM account_record r ${PUBLISHED} JOIN account a ON a.id = r.account_id`,
  goesAlong: isChosenAccount,
  change: withoutExtra,
  writer(names) {
    const columns = ['source_id', 'row', 'account_id', ...Object.keys(RECORD_COLUMNS)];
    const insert = insertOf(names.db, 'account_record', columns);
    return (row) => void insert(withIds(names, row));
  },
};

/** Which row says that an account carries an identifier, in the form that is compared and as it was spelt. */
const IDENTIFIERS: PublishedTable = {
  name: 'account_identifier',
  columns: {
    source: plain,
    row: whole,
    kind: plain,
    value: plain,
    account: text('account'),
    original: plain,
  },
  key: ['source', 'row', 'kind', 'value'],
  select: `SELECT s.sha256 AS source, r.row, i.kind, i.value, a.external_id AS account, r.original
           FROM account_identifier r ${PUBLISHED} JOIN identifier i ON i.id = r.identifier_id
           JOIN account a ON a.id = r.account_id`,
  goesAlong: isChosenAccount,
  change(row, { redactor }) {
    const kind = row.kind as string;
    const hide = Object.hasOwn(IDENTIFIER_HIDES, kind) ? IDENTIFIER_HIDES[kind] : 'text';
    return {
      ...row,
      value: hidden(redactor, hide, row.value as string),
      // Of each part of an e-mail the original is the whole of it.
      original: hidden(redactor, kind.startsWith('email') ? 'email' : hide, row.original as string),
    };
  },
  writer(names) {
    const { db } = names;
    const find = db.prepare('SELECT id FROM identifier WHERE kind = ? AND value = ?').pluck();
    const add = insertOf(db, 'identifier', ['kind', 'value']);
    const carry = insertOf(db, 'account_identifier', [
      'source_id',
      'row',
      'identifier_id',
      'account_id',
      'original',
    ]);
    return (row) => {
      const { kind, value } = row;
      const identifier_id = find.get(kind, value) ?? add({ kind, value });
      carry({ ...withIds(names, row), identifier_id });
    };
  },
};

/** Releases, incidents and outside events. */
const CONTEXT_EVENTS: PublishedTable = {
  name: 'context_event',
  columns: {
    source: plain,
    row: whole,
    time_us: optional(whole),
    time_text: text(),
    kind: optional(text()),
    label: text(),
    reference: optional(text()),
    extra: json({}),
  },
  key: ['source', 'row'],
  select: `SELECT s.sha256 AS source, r.row, r.time_us, r.time_text, r.kind, r.label, r.source AS reference, r.extra
           FROM context_event r ${PUBLISHED}`,
  change: withoutExtra,
  writer(names) {
    const columns = ['source_id', 'row', 'time_us', 'time_text', 'kind', 'label', 'source', 'extra'];
    const insert = insertOf(names.db, 'context_event', columns);
    return (row) =>
      void insert({ ...row, source_id: names.id('source', row.source as string), source: row.reference });
  },
};

function isChosenAccount({ account }: Row, { selection }: Leaving): boolean {
  return selection.accounts.has(account as string);
}

/** What stood in columns that no field takes is not known well enough to be redacted. */
function withoutExtra(row: Row, { redacted }: Leaving): Row {
  return redacted ? { ...row, extra: {} } : row;
}

function withIds(names: Names, row: Row): Row {
  return {
    ...row,
    source_id: names.id('source', row.source as string),
    account_id: names.id('account', row.account as string),
  };
}

/** In the order in which they can be loaded. */
export const IMPORTED_TABLES: readonly PublishedTable[] = [
  SOURCES,
  ACCOUNTS,
  ACCOUNT_RECORDS,
  IDENTIFIERS,
  CONTEXT_EVENTS,
];
