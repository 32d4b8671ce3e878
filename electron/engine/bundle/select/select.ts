import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import { accountId } from '../../accounts/totals.ts';
import type { Case } from '../../case/case.ts';
import type { Database } from '../../case/database.ts';
import type { RequestsBehind } from '../../exhibits/requests-behind.ts';
import type { Job } from '../../jobs/job.ts';
import { listRecords } from '../../records/read.ts';
import { recordChooser } from './chosen-records.ts';
import { ChosenThings } from './chosen-things.ts';
import { exhibitsBehind } from './exhibits-behind.ts';
import { limitRows, type MarkedRows, markRows } from './marked-rows.ts';
import { operatorsOfExhibit } from './operators-of-exhibit.ts';
import type { Selection } from './selection.ts';

/** Accounts left short by the row limit that are named one by one. */
const NAMED = 20;

/**
 * Works out what goes along with a choice: findings with what they are about and rest on, operators with their members,
 * accounts with all their requests, and the requests behind exhibits and notes of these. Of an exhibit over all accounts
 * only the requests of accounts that go along are taken, unless everything is.
 * @throws StillwatchError CANCELLED
 */
export async function selectForBundle(open: Case, choice: BundleChoice, job: Job): Promise<Selection> {
  const { db } = open;
  const things = choice.whole ? wholeOf(db) : await chosenThings(open, choice, job);
  const needs: RequestsBehind[] = choice.whole
    ? [{ accounts: null, range: null, chips: [] }]
    : [{ accounts: [...things.wholly], range: null, chips: [] }, ...things.ranges];
  const marked = await markRows(db, needs, things.singles, job);
  const { byAccount, beyond } = await limitRows(db, marked, choice.rowLimit, job);
  for (const id of byAccount.keys()) things.accounts.add(id);
  const nameOf = db.prepare('SELECT external_id FROM account WHERE id = ?').pluck();
  const accounts = new Set([...things.accounts].map((id) => nameOf.get(id) as string));
  const findings = new Set(choice.findings);
  const count = (counts: ReadonlyMap<number, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
  const requests = count(byAccount);
  return {
    choice,
    accounts,
    operators: things.operators,
    hasRecord: recordChooser(db, { whole: choice.whole, findings, operators: things.operators, accounts }),
    requests: () => indexesOf(marked),
    counts: { requests, beyondLimit: count(beyond) },
    omitted: omissions(choice, { beyond, nameOf: (id) => nameOf.get(id) as string, db, accounts, requests }),
  };
}

function wholeOf(db: Database): ChosenThings {
  const things = new ChosenThings(db);
  for (const id of db.prepare('SELECT id FROM account').pluck().all() as number[]) {
    things.accounts.add(id);
    things.wholly.add(id);
  }
  for (const id of db.prepare('SELECT id FROM analysis_operator').pluck().all() as string[])
    things.operators.add(id);
  return things;
}

async function chosenThings(open: Case, choice: BundleChoice, job: Job): Promise<ChosenThings> {
  const { db } = open;
  const things = new ChosenThings(db);
  const findings = new Set(choice.findings);
  for (const [id, { scope }] of listRecords(db, 'finding'))
    if (findings.has(id)) for (const reference of scope) things.addReference(reference);
  for (const operator of choice.operators) things.addOperator(operator);
  for (const account of choice.accounts) addAnnotated(db, things, account);
  const exhibits = listRecords(db, 'exhibit').filter(([, { finding }]) => findings.has(finding));
  for (const [, exhibit] of exhibits)
    for (const operator of operatorsOfExhibit(db, exhibit)) things.operators.add(operator);
  const behind = [...(await exhibitsBehind(open, exhibits, job)).values()];
  // Those of all accounts last: they are taken for the accounts that all the others name.
  for (const need of behind) if (need.accounts !== null) things.addBehind(need);
  for (const need of behind) if (need.accounts === null) things.addBehind(need);
  return things;
}

/**
 * An account with a note on a time range or request of it, and none on itself, goes along with what these cite; any
 * other that is chosen with all its requests.
 */
function addAnnotated(db: Database, things: ChosenThings, account: string): void {
  const cited = listCitations(db, account);
  const inPart = cited.length > 0 && cited.every((on) => /^(range|request):/.test(on));
  if (!inPart) things.addAccount(account);
  for (const on of cited) things.addReference(on);
  const id = accountId(db, account);
  if (id !== undefined) things.accounts.add(id);
}

function listCitations(db: Database, account: string): string[] {
  return db
    .prepare("SELECT body ->> '$.on' FROM record WHERE kind = 'annotation' AND body ->> '$.account' = ?")
    .pluck()
    .all(account) as string[];
}

function* indexesOf(marked: MarkedRows) {
  for (const [chunk, marks] of [...marked].sort(([one], [other]) => one - other)) {
    const indexes: number[] = [];
    for (let i = 0; i < marks.length; i++) if (marks[i]) indexes.push(i);
    if (indexes.length > 0) yield { chunk, indexes };
  }
}

interface LeftOut {
  readonly beyond: ReadonlyMap<number, number>;
  readonly nameOf: (id: number) => string;
  readonly db: Database;
  readonly accounts: ReadonlySet<string>;
  readonly requests: number;
}

function omissions(choice: BundleChoice, { beyond, nameOf, db, accounts, requests }: LeftOut): string[] {
  const said = (count: number) => count.toLocaleString('en');
  const omitted: string[] = [];
  if (!choice.prompts)
    omitted.push(
      'The prompt texts and the wordings of templates: they are in no file of this bundle. Counts, hashes and masked shapes of them are.',
    );
  if (choice.redaction)
    omitted.push(
      'Names of accounts, organisations and identifiers: pseudonyms stand for them. Columns of the imported files that no field takes, and the texts of values as they stood in the files.',
    );
  omitted.push(
    'The imported files themselves: their SHA-256 hashes are given, and whoever holds them can check them.',
    'Notes of speakers, saved views and positions of the graph.',
    ...(choice.whole
      ? []
      : [
          'What entries of the custody log tell of things that were not chosen: the entries are there with the hash of their whole text, so that their order can be checked.',
        ]),
  );
  if (!choice.whole) {
    const count = (sql: string) => db.prepare(sql).pluck().get() as number;
    const of = {
      requests: count('SELECT total(requests) FROM account_total'),
      accounts: count('SELECT count(*) FROM account'),
      findings: count("SELECT count(*) FROM record WHERE kind = 'finding'"),
    };
    omitted.push(
      `What belongs to nothing that was chosen: ${said(of.requests - requests)} of the ${said(of.requests)} requests of the case, ${said(of.accounts - accounts.size)} of its ${said(of.accounts)} accounts, ${said(of.findings - choice.findings.length)} of its ${said(of.findings)} findings.`,
    );
  }
  const short = [...beyond].map(([id, count]) => ({ account: nameOf(id), count }));
  short.sort((one, other) => (one.account < other.account ? -1 : 1));
  for (const { account, count } of short.slice(0, NAMED))
    omitted.push(
      `Account ${account}: ${said(count)} requests beyond the limit of ${said(choice.rowLimit ?? 0)}; the first by time are included.`,
    );
  if (short.length > NAMED)
    omitted.push(`Likewise requests of ${said(short.length - NAMED)} more accounts beyond that limit.`);
  return omitted;
}
