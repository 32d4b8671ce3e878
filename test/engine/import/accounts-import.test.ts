import { expect, test } from 'vitest';
import { accountRecordsOf } from '../../../electron/engine/accounts/account-page.ts';
import { orderAccounts } from '../../../electron/engine/accounts/order.ts';
import {
  accountIdentifiers,
  accountRecords,
  contextEvents,
  presentRecords,
} from '../../../electron/engine/accounts/records.ts';
import { accountRow } from '../../../electron/engine/accounts/rows.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { verifyChain } from '../../../electron/engine/custody/log.ts';
import { searchCustody } from '../../../electron/engine/custody/search.ts';
import { detectSource } from '../../../electron/engine/import/detect.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { previewSource } from '../../../electron/engine/import/preview.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { listRejects, listSources } from '../../../electron/engine/import/sources.ts';
import { removeUnpublished } from '../../../electron/engine/import/unpublished.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { querySql } from '../../../electron/engine/sql/query.ts';
import type { Source, TableKind } from '../../../shared/contract/imports.ts';
import { canonical, fileWith, importCsv, newCase, pauseAlways } from '../support.ts';

const HEADER =
  'account_id,organization_id,created_at,plan,signup_route,email,phone_hash,payment_fingerprint,card_bin,kyc_level,declared_use,training_allowed,reseller,status,status_changed_at';

async function importAs(open: Case, content: string, kind?: TableKind, name = 'table.csv'): Promise<Source> {
  const path = fileWith(content, name);
  const mapping = await completeMapping(open.db, path, null, kind);
  return (await importFile(open, path, mapping, unwatched)).sources[0];
}

const counts = ({ rowsRead, stored, duplicates, conflicts, rejected }: Source) => [
  rowsRead,
  stored,
  duplicates,
  conflicts,
  rejected,
];
const tables = [
  'account',
  'account_record',
  'identifier',
  'account_identifier',
  'context_event',
  'source',
  'reject',
];
const sizes = (open: Case) =>
  Object.fromEntries(
    tables.map((table) => [table, open.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
  );

const ACCOUNTS = `${HEADER},region
ac_1,org_1,2026-01-02T03:04:05Z,pro,web,Ada.B1@gmail.com,ph_1,PF_1,900112,card,writing,true,no,active,,west
 ac_2 ,org_1,soon,pro,web,adab22@gmail.com,ph_2,pf_1,90,card,,perhaps,0,active,,
,org_1,2026-01-02T03:04:05Z,pro,web,x@y.example,,,,,,,,active,,
short
`;

test('a table of accounts is stored with types, originals, extra columns and identifiers', async () => {
  const open = await newCase();
  const source = await importAs(open, ACCOUNTS);
  expect(source).toMatchObject({ kind: 'accounts', alreadyImported: false, withoutTime: 0 });
  expect(counts(source)).toEqual([4, 2, 0, 0, 2]);
  expect(listRejects(open.db, source.sha256, 10).map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'No account id'],
    [5, expect.stringContaining('cells')],
  ]);
  const kept = open.db
    .prepare('SELECT r.raw, r.record_bytes AS bytes, s.header FROM reject r, source s')
    .all();
  expect(String((kept[1] as { raw: Uint8Array }).raw)).toBe(String(Buffer.from('short')));
  expect(kept[1]).toMatchObject({ bytes: 5, header: Buffer.from(`${HEADER},region\n`) });
  expect(source.warnings).toEqual([expect.stringContaining('2 of 4 rows are refused (50 %)')]);
  const [first, second] = accountRecords(open.db);
  expect(first).toEqual({
    account: 'ac_1',
    accountId: 1,
    source: source.sha256,
    row: 1,
    organizationId: 'org_1',
    createdUs: Date.UTC(2026, 0, 2, 3, 4, 5) * 1000,
    plan: 'pro',
    signupRoute: 'web',
    email: 'Ada.B1@gmail.com',
    phoneHash: 'ph_1',
    paymentFingerprint: 'PF_1',
    cardBin: '900112',
    kycLevel: 'card',
    declaredUse: 'writing',
    trainingAllowed: true,
    reseller: false,
    status: 'active',
    statusChangedUs: null,
    unread: {},
    extra: { region: 'west' },
  });
  expect(second).toMatchObject({
    account: 'ac_2',
    createdUs: null,
    trainingAllowed: null,
    reseller: false,
    unread: { created: 'soon', trainingAllowed: 'perhaps' },
    extra: {},
  });
  const identifiers = accountIdentifiers(open.db).map(({ account, kind, value, original }) => [
    account,
    kind,
    value,
    original,
  ]);
  expect(identifiers).toContainEqual(['ac_1', 'payment_fingerprint', 'pf_1', 'PF_1']);
  expect(identifiers).toContainEqual(['ac_1', 'email', 'adab1@gmail.com', 'Ada.B1@gmail.com']);
  expect(identifiers).toContainEqual(['ac_2', 'email_skeleton', 'adab#@gmail.com', 'adab22@gmail.com']);
  expect(identifiers.filter(([account, kind]) => account === 'ac_2' && kind === 'card_bin')).toEqual([]);
  expect(sizes(open)).toMatchObject({ account: 2, identifier: 9, account_identifier: 13 });
  expect(accountRecordsOf(open.db, 'ac_2').identifiers).toContainEqual({
    kind: 'payment_fingerprint',
    value: 'pf_1',
    originals: ['pf_1'],
    accounts: 2,
    ofAccounts: 2,
    class: null,
  });
  expect(searchCustody(open.db, {}, null, 1)[0]).toMatchObject({ action: 'source.import' });
  expect(verifyChain(open.db).firstBad).toBeNull();
});

test('the same file again changes nothing, whatever it is read as', async () => {
  const open = await newCase();
  await importAs(open, ACCOUNTS);
  const before = sizes(open);
  expect(await importAs(open, ACCOUNTS)).toMatchObject({ kind: 'accounts', alreadyImported: true });
  const mapping = {
    ...canonical('created_at', 'account_id'),
    columns: { timestamp: 'created_at', account_id: 'account_id' },
  };
  const path = fileWith(ACCOUNTS);
  expect((await importFile(open, path, mapping, unwatched)).sources[0].alreadyImported).toBe(true);
  expect(sizes(open)).toEqual(before);
});

const row = (status: string, changed: string, plan = 'pro') => `ac_1,,,${plan},,,,,,,,,,${status},${changed}`;

test('same values are a duplicate, a status change is history, other values are a conflict', async () => {
  const open = await newCase();
  const source = await importAs(
    open,
    [
      HEADER,
      row('active', ''),
      row('active', ''),
      row('suspended', '2026-05-02T00:00:00Z'),
      row('suspended', '2026-05-02T02:00:00+02:00'),
      row('active', '2026-05-04T00:00:00Z', 'free'),
      row('closed', '2026-05-04T00:00:00Z'),
      row('active', '', 'free'),
    ].join('\n'),
  );
  expect(counts(source)).toEqual([7, 3, 2, 2, 0]);
  expect(
    listRejects(open.db, source.sha256, 10).map(({ line, reason }) => [line, reason.slice(0, 21)]),
  ).toEqual([
    [7, 'This account is there'],
    [8, 'This account is there'],
  ]);
  const records = accountRecords(open.db);
  expect(records.map(({ status }) => status)).toEqual(['active', 'suspended', 'active']);
  expect(presentRecords(records)).toMatchObject([{ status: 'active', plan: 'free', row: 5 }]);
});

test('an older status that comes later is history too, and another export may add what was not stated', async () => {
  const open = await newCase();
  await importAs(open, `${HEADER}\n${row('suspended', '2026-05-02T00:00:00Z')}\n`);
  expect(counts(await importAs(open, `${HEADER}\n${row('active', '')}\n`))).toEqual([1, 1, 0, 0, 0]);
  const billing = 'account_id,plan,payment_fingerprint,card_bin\n';
  expect(counts(await importAs(open, `${billing}ac_1,pro,pf_9,900112\n`))).toEqual([1, 1, 0, 0, 0]);
  expect(counts(await importAs(open, `${billing}ac_1,,pf_9,\n`))).toEqual([1, 0, 1, 0, 0]);
  expect(counts(await importAs(open, `${billing}ac_1,free,pf_9,\n`))).toEqual([1, 0, 0, 1, 0]);
  expect(presentRecords(accountRecords(open.db))).toMatchObject([
    { status: 'suspended', plan: 'pro', paymentFingerprint: 'pf_9' },
  ]);
});

test('an account without requests is listed with zeros, and goes with its table', async () => {
  const open = await newCase();
  await importCsv(
    open,
    'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n',
    canonical('timestamp', 'account_id'),
  );
  const before = { ...open.info(), counts: { ...open.info().counts, custodyEntries: 0 } };
  const source = await importAs(open, ACCOUNTS);
  expect(open.info().counts).toMatchObject({ accounts: 2, requests: 1, sources: 2 });
  expect(orderAccounts(open, 'requests', true, '').ids).toHaveLength(2);
  expect(accountRow(open, 'ac_2')).toMatchObject({ requests: 0, failed: 0, firstUs: null, activeDays: 0 });
  expect(querySql(open, 'SELECT account_id, requests FROM accounts ORDER BY 1').rows).toEqual([
    ['ac_1', 1],
    ['ac_2', 0],
  ]);
  await removeSource(open, source.sha256, unwatched);
  expect({ ...open.info(), counts: { ...open.info().counts, custodyEntries: 0 } }).toEqual(before);
  expect(sizes(open)).toEqual({
    account: 1,
    account_record: 0,
    identifier: 0,
    account_identifier: 0,
    context_event: 0,
    source: 1,
    reject: 0,
  });
  expect(counts(await importAs(open, ACCOUNTS))).toEqual([4, 2, 0, 0, 2]);
  expect(verifyChain(open.db).firstBad).toBeNull();
});

test('an account stays while any source names it', async () => {
  const open = await newCase();
  const log = await importCsv(
    open,
    'timestamp,account_id\n2026-05-04T00:00:00Z,ac_1\n2026-05-04T00:00:00Z,ac_9\n',
    canonical('timestamp', 'account_id'),
  );
  const table = await importAs(open, ACCOUNTS);
  await removeSource(open, log.sha256, unwatched);
  expect(querySql(open, 'SELECT account_id FROM accounts ORDER BY 1').rows).toEqual([['ac_1'], ['ac_2']]);
  expect(accountRecords(open.db).map(({ account }) => account)).toEqual(['ac_1', 'ac_2']);
  await removeSource(open, table.sha256, unwatched);
  expect(open.info().counts.accounts).toBe(0);
});

test('a table in whose favour a later table dropped rows cannot go before it; logs do not stand in the way', async () => {
  const open = await newCase();
  const first = await importAs(open, `${HEADER}\n${row('active', '')}\n`);
  const log = canonical('request_id', 'timestamp', 'account_id');
  await importCsv(
    open,
    'request_id,timestamp,account_id\nr1,2026-05-04T00:00:00Z,a\nr1,2026-05-04T00:00:00Z,a\n',
    log,
  );
  const second = await importAs(open, `${HEADER}\n${row('active', '')}\nac_2${',x'.repeat(14)}\n`);
  await expect(removeSource(open, first.sha256, unwatched)).rejects.toMatchObject({ code: 'SOURCE_NEEDED' });
  await removeSource(open, second.sha256, unwatched);
  await removeSource(open, first.sha256, unwatched);
  expect(listSources(open.db).map(({ kind }) => kind)).toEqual(['requests']);
});

test('events of the context: types, duplicates, rejects; an unreadable time is kept as text', async () => {
  const open = await newCase();
  const content = `timestamp,kind,label,source,weight
2026-05-04T00:00:00Z,model_release,Model 5,changelog,3
2026-05-04T02:00:00+02:00,model_release,Model 5,changelog,3
2026-05-01T00:00:00Z,incident,"Outage, west",,
in spring,external_event,Paper,review,
,incident,No time,,
2026-05-04T00:00:00Z,incident, ,,
,,,,
`;
  const source = await importAs(open, content);
  expect(source).toMatchObject({ kind: 'context', withoutTime: 1 });
  expect(counts(source)).toEqual([7, 3, 1, 0, 3]);
  expect(listRejects(open.db, source.sha256, 9).map(({ reason }) => reason)).toEqual([
    'No time',
    'No label',
    'No time and no label',
  ]);
  expect(
    contextEvents(open.db).map(({ row: at, label, timeUs, reference }) => [at, label, timeUs, reference]),
  ).toEqual([
    [3, 'Outage, west', Date.UTC(2026, 4, 1) * 1000, null],
    [1, 'Model 5', Date.UTC(2026, 4, 4) * 1000, 'changelog'],
    [4, 'Paper', null, 'review'],
  ]);
  expect(contextEvents(open.db)[1].extra).toEqual({ weight: '3' });
  expect(contextEvents(open.db)[2].timeText).toBe('in spring');
  expect(open.info()).toMatchObject({
    firstUs: null,
    counts: { requests: 0, requestsWithoutTime: 0, accounts: 0 },
  });
  await removeSource(open, source.sha256, unwatched);
  expect(contextEvents(open.db)).toEqual([]);
  expect(sizes(open)).toMatchObject({ context_event: 0, source: 0 });
});

test('any container: NDJSON, times in Unix seconds', async () => {
  const open = await newCase();
  const lines = [
    { accountId: 'ac_1', createdAt: 1_777_902_309, email: 'a@b.example', kyc_level: 'card', tags: ['x'] },
    { accountId: 'ac_2', createdAt: 1_777_902_310, email: null, kyc_level: 'none' },
  ];
  const source = await importAs(
    open,
    lines.map((line) => JSON.stringify(line)).join('\n'),
    undefined,
    'a.jsonl',
  );
  expect(source).toMatchObject({ kind: 'accounts', stored: 2 });
  const records = accountRecords(open.db);
  expect(records.map(({ createdUs, email }) => [createdUs, email])).toEqual([
    [1_777_902_309_000_000, 'a@b.example'],
    [1_777_902_310_000_000, null],
  ]);
  expect(JSON.stringify(records[0].extra)).toContain('x');
});

test('a cancelled import and one that never ended leave nothing behind', async () => {
  const open = await newCase();
  const content = `${HEADER}\n${Array.from({ length: 20_000 }, (_, i) => `ac_${i},org,,pro,,u${i}@corp.example,,pf_${i},,,,,,active,`).join('\n')}\n`;
  const path = fileWith(content);
  const mapping = await completeMapping(open.db, path, null);
  const cancel = new AbortController();
  const job = { signal: cancel.signal, progress: () => cancel.abort() };
  pauseAlways();
  await expect(importFile(open, path, mapping, job)).rejects.toMatchObject({ code: 'CANCELLED' });
  const nothing = Object.fromEntries(tables.map((table) => [table, 0]));
  expect(sizes(open)).toEqual(nothing);
  await importFile(open, path, mapping, unwatched);
  open.db.prepare('UPDATE source SET published = 0').run();
  expect(accountRecords(open.db)).toEqual([]);
  expect(accountIdentifiers(open.db)).toEqual([]);
  removeUnpublished(open.db);
  expect(sizes(open)).toEqual({ ...nothing, account: 20_000 });
});

test('hostile names of columns and values are data', async () => {
  const open = await newCase();
  const content =
    'account_id,email,plan,__proto__,constructor\n"ac_1\'); DROP TABLE account;--",<b>@x.example,=1+1,polluted,y\n';
  expect(await importAs(open, content, 'accounts')).toMatchObject({ stored: 1 });
  const [record] = accountRecords(open.db);
  expect(Object.keys(record.extra).sort()).toEqual(['__proto__', 'constructor']);
  expect(record).toMatchObject({
    account: "ac_1'); DROP TABLE account;--",
    email: '<b>@x.example',
    plan: '=1+1',
  });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a preview marks what is wrong', async () => {
  const open = await newCase();
  const path = fileWith(ACCOUNTS);
  const { mapping } = await detectSource(open.db, path);
  const { fields, rows, refused, sampled } = await previewSource(path, mapping);
  expect(fields).toEqual(HEADER.split(','));
  expect([sampled, refused]).toEqual([4, 2]);
  expect(rows[0].cells.every(({ problem }) => problem === undefined)).toBe(true);
  const problems = Object.fromEntries(fields.map((field, i) => [field, rows[1].cells[i].problem]));
  expect(problems).toMatchObject({
    created_at: expect.stringContaining('kept as text only'),
    card_bin: expect.stringContaining('no value to compare'),
    training_allowed: expect.stringContaining('Neither yes nor no'),
    email: undefined,
  });
  expect(rows[2].reject).toBe('No account id');
});

test('a mapping that names what the table cannot have is refused before anything is written', async () => {
  const open = await newCase();
  const path = fileWith(ACCOUNTS);
  const good = (await detectSource(open.db, path)).mapping;
  for (const columns of [
    {},
    { account_id: 'nowhere' },
    { account_id: 'email', email: 'email' },
    { account_id: 'account_id', model: 'plan' },
  ]) {
    await expect(importFile(open, path, { ...good, columns }, unwatched)).rejects.toMatchObject({
      code: 'BAD_MAPPING',
    });
  }
  expect(sizes(open)).toMatchObject({ source: 0, account: 0 });
});

test.each([
  [HEADER, 'accounts'],
  ['account_id,email,status', 'accounts'],
  ['Account ID;E-mail;KYC level', 'accounts'],
  ['timestamp,kind,label,source', 'context'],
  ['ts,event_type,title', 'context'],
  ['timestamp,account_id', 'requests'],
  ['timestamp,account_id,plan,email', 'requests'],
  ['created_at,account_id', 'requests'],
  ['created_at,account_id,model,email', 'requests'],
  ['created_at,account_id,status', 'requests'],
  ['timestamp,label', 'requests'],
  ['timestamp,account_id,kind,label,source', 'requests'],
  ['when,who', 'requests'],
])('%s holds %s', async (header, kind) => {
  const open = await newCase();
  const detection = await detectSource(open.db, fileWith(`${header}\n${header.replace(/[^,;]+/g, 'x')}\n`));
  expect(detection.kind).toBe(kind);
  expect(detection.mapping.kind ?? 'requests').toBe(kind);
});

test('what a person says comes before what the columns say, and is remembered', async () => {
  const open = await newCase();
  const header = 'created_at,account_id,status';
  await importAs(open, `${header}\n2026-05-04T00:00:00Z,ac_1,active\n`, 'accounts');
  const next = fileWith(`${header}\n2026-05-05T00:00:00Z,ac_2,active\n`);
  expect((await detectSource(open.db, next)).kind).toBe('accounts');
  const said = await detectSource(open.db, next, { kind: 'requests' });
  expect(said.kind).toBe('requests');
  expect(said.mapping.columns.timestamp).toBe('created_at');
});
