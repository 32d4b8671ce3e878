import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { RequestField } from '../../../../shared/contract/imports.ts';
import { IDENTIFIER_KINDS } from '../../../../shared/contract/records.ts';
import type { Case } from '../../case/case.ts';
import type { Database } from '../../case/database.ts';
import { type Job, pacer } from '../../jobs/job.ts';
import { textValues } from '../../requests/codec.ts';
import { columnOf } from '../../requests/columns.ts';
import { readText } from '../../requests/read-chunk.ts';
import { type Hide, IDENTIFIER_HIDES, REQUEST_HIDES } from '../published/columns.ts';
import type { Selection } from '../select/selection.ts';
import { generaliseAddress, generaliseDomain, generaliseEmail, generaliseSecret } from './generalise.ts';
import { KnownValues, SHORTEST_IN_TEXT } from './known-values.ts';
import { replacePatterns } from './patterns.ts';
import { promptPieces } from './prompt-pieces.ts';
import { Pseudonyms } from './pseudonyms.ts';
import type { Redactor, SecretKind } from './redactor.ts';

/** Fields of requests that are looked through for values; request ids and sessions are too many, and stand in fields alone. */
const LOOKED_THROUGH = [
  'organization_id',
  'api_key_id',
  'ip',
  'device_id',
  'end_user_id',
  'header_fingerprint',
] as const satisfies readonly RequestField[];

const OF_RECORD: Readonly<Record<string, SecretKind>> = {
  organization_id: 'organization',
  email: 'email',
  phone_hash: 'phone',
  payment_fingerprint: 'payment',
};

const RULES: Readonly<Record<SecretKind, string>> = {
  account: 'pseudonym',
  organization: 'pseudonym; a domain becomes one below .invalid, unless it is a public mail provider',
  email: 'pseudonym; the domain stays only where it is a public mail provider',
  ip: 'first 16 bits (IPv6: 32) and a pseudonym',
  key: 'pseudonym; of 20 characters or more the first four stay',
  device: 'pseudonym',
  payment: 'pseudonym',
  phone: 'pseudonym',
  session: 'pseudonym',
  'end user': 'pseudonym',
  request: 'pseudonym',
  prompt: 'left out',
  'other identifier': 'pseudonym',
};

/** Replaced values that are kept at hand; of the rest each is worked out anew. */
const MOST_KEPT = 500_000;

/**
 * The redactor of a case for what is selected: it knows all accounts and identifiers of the case, and the addresses,
 * keys, devices and end users of the selected requests.
 * @throws StillwatchError CANCELLED
 */
export async function redactorOf(open: Case, selection: Selection, job: Job): Promise<Redactor> {
  const { db } = open;
  const names = new Pseudonyms(redactionKey(db));
  const known = new KnownValues();
  const secrets = new Set<string>();
  const counts = new Map<SecretKind, number>();
  const unsearched = new Map<SecretKind, Set<string>>();
  const made = new Map<string, string>();

  const value = (kind: SecretKind, text: string): string => {
    if (text === '') return '';
    const key = `${kind}\0${text}`;
    const before = made.get(key);
    if (before !== undefined) return before;
    const replacement = replacementOf(names, kind, text);
    if (made.size < MOST_KEPT) made.set(key, replacement);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return replacement;
  };
  const learn = (kind: SecretKind, text: string | null) => {
    if (text === null || text === '') return;
    const replacement = value(kind, text);
    if (replacement === text) return;
    known.add(text, replacement);
    if (isSearchable(text)) secrets.add(text);
    else unsearched.set(kind, (unsearched.get(kind) ?? new Set()).add(text));
  };
  for (const [kind, text] of valuesOfTables(db)) learn(kind, text);
  for await (const [kind, text] of valuesOfRequests(db, selection, job)) learn(kind, text);

  // What stands for a known value is no longer looked at: it may look like an address again.
  const unknown = (piece: string) => replacePatterns(piece, (kind, found) => value(kind, found));
  const text = (given: string) => (given === '' ? '' : known.replace(given, unknown));
  const json = (given: unknown): unknown => {
    if (typeof given === 'string') return text(given);
    if (Array.isArray(given)) return given.map(json);
    if (typeof given !== 'object' || given === null) return given;
    // Keys may be called __proto__, which an assignment would not keep.
    return Object.fromEntries(Object.entries(given).map(([key, of]) => [text(key), json(of)]));
  };
  return {
    value,
    text,
    json: <T>(given: T) => json(given) as T,
    keyId: names.keyId,
    rules: () =>
      [...counts]
        .map(([kind, values]) => ({
          field: kind,
          rule: RULES[kind] + unsearchedWords(unsearched.get(kind)),
          values,
        }))
        .sort((one, other) => (one.field < other.field ? -1 : 1)),
    *secrets() {
      yield* secrets;
      if (!selection.choice.prompts) yield* promptPieces(db, selection);
    },
  };
}

/** Whether finding the text in a finished file tells that it leaked: any text has ordinary words and numbers in it. */
function isSearchable(text: string): boolean {
  return text.length >= SHORTEST_IN_TEXT && !/^(?:\p{L}{1,11}|\d{1,7})$/u.test(text);
}

function unsearchedWords(values: ReadonlySet<string> | undefined): string {
  return values
    ? `; ${values.size.toLocaleString('en')} that are ordinary words or short numbers are not searched for in the finished files`
    : '';
}

/** null for what stays, since it names nobody (a provider's network number, a bank), or is only looked through. */
function secretKind(hide: Hide | undefined): SecretKind | null {
  return hide !== undefined && Object.hasOwn(RULES, hide) ? (hide as SecretKind) : null;
}

function replacementOf(names: Pseudonyms, kind: SecretKind, text: string): string {
  if (kind === 'email') return generaliseEmail(names, text);
  if (kind === 'ip') return generaliseAddress(names, text);
  if (kind === 'key') return generaliseSecret(names, text);
  if (kind === 'organization' && /^[^\s@]+\.[a-z]{2,}$/i.test(text)) return generaliseDomain(names, text);
  return names.of(kind, text);
}

/** @throws StillwatchError CASE_DAMAGED */
function redactionKey(db: Database): Uint8Array {
  const key = db.prepare('SELECT key FROM redaction_key').pluck().get() as Uint8Array | undefined;
  if (key?.length === 32) return key;
  throw new StillwatchError(
    'CASE_DAMAGED',
    'The key that pseudonyms of this case are made with is missing, so nothing was exported. Export without redaction, or from an older copy.',
  );
}

function* valuesOfTables(db: Database): Iterable<readonly [SecretKind, string | null]> {
  const all = (sql: string) => db.prepare(sql).pluck().iterate() as Iterable<string | null>;
  for (const account of all('SELECT external_id FROM account')) yield ['account', account];
  for (const [column, kind] of Object.entries(OF_RECORD))
    for (const text of all(`SELECT DISTINCT ${column} FROM account_record`)) yield [kind, text];
  for (const identifier of IDENTIFIER_KINDS) {
    const kind = secretKind(IDENTIFIER_HIDES[identifier]);
    if (!kind) continue;
    const rows = db
      .prepare(
        `SELECT DISTINCT i.value, a.original FROM identifier i LEFT JOIN account_identifier a ON a.identifier_id = i.id
         WHERE i.kind = ?`,
      )
      .raw()
      .iterate(identifier) as Iterable<[string, string | null]>;
    for (const [text, original] of rows) {
      yield [kind, text];
      yield [kind, original];
    }
  }
}

async function* valuesOfRequests(db: Database, selection: Selection, job: Job) {
  const pause = pacer(job);
  const rowsOf = db.prepare('SELECT rows FROM request_chunk WHERE id = ?').pluck();
  let done = 0;
  for (const { chunk } of selection.requests()) {
    const rows = rowsOf.get(chunk) as number;
    for (const field of LOOKED_THROUGH) {
      const kind = secretKind(REQUEST_HIDES[field]);
      if (!kind) continue;
      const column = readText(db, chunk, columnOf(field).number, rows);
      for (const text of column ? textValues(column) : []) yield [kind, text] as const;
    }
    await pause({ stage: 'values to redact', done: ++done, unit: 'entries' });
  }
}
