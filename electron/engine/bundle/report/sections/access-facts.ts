import type { AccountRecord } from '../../../../../shared/contract/records.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { presentRecords, recordsOf } from '../../../accounts/records.ts';
import { accountId } from '../../../accounts/totals.ts';
import type { Database } from '../../../case/database.ts';
import { cite, exhibitsAbout } from '../exhibit-numbers.ts';
import type { Reading } from '../reading.ts';
import { counted, facts, time } from '../report-html.ts';
import type { Section } from '../section.ts';
import { signalsOf, signalTable } from '../signal-rows.ts';

/** Facts on access, under (A)(i) to (iii) of the bill: controls, credentials, terms. */
export const accessFacts: Section = {
  id: 'access',
  title: 'Facts on access',
  *body(reading) {
    yield '<p>Section 3(11)(A) of the same bill asks how access was had: (i) past technical, contractual, identity or geographic controls, (ii) by fraudulent or misrepresented credentials, (iii) against terms that forbid training. Here stand facts of the records, without a judgement of what they mean. Nationality and place are in no score of this program.</p>\n';
    const people = subjects(reading);
    if (people.length === 0) {
      yield '<p class="nothing">Nobody is concerned, so there are no facts to state.</p>\n';
      return;
    }
    yield '<h3>(i) Controls</h3>\n';
    for (const { name, records } of people) yield facts([[name, stops(reading, records)]]);
    yield* weighed(reading, ['S9', 'S17']);
    yield '<h3>(ii) Credentials and who stands behind them</h3>\n';
    for (const { name, reasons, records } of people) yield facts([[name, behind(reading, records, reasons)]]);
    yield* weighed(reading, ['S13', 'S18']);
    yield '<h3>(iii) Terms</h3>\n';
    for (const { name, records } of people) yield facts([[name, terms(records)]]);
  },
};

interface Subject {
  readonly name: string;
  readonly records: readonly (AccountRecord | null)[];
  readonly reasons: readonly string[];
}

function subjects({ open: { db }, operators, concerned, voice, exhibits }: Reading): Subject[] {
  const ofOperators = operators.map(({ operator }) => ({
    name: `Operator ${operator.id}`,
    records: operator.accounts.map((account) => recordOf(db, account)),
    reasons: operator.findings.access.reasons
      .map((reason) => voice.told(reason))
      .filter((reason) => reason !== null)
      .map(
        (reason, index) =>
          `${reason}${index === 0 ? cite(exhibitsAbout(exhibits, ['operator'], `operator:${operator.id}`)) : ''}`,
      ),
  }));
  const alone = {
    name: 'Accounts in no operator',
    records: concerned.alone.map((account) => recordOf(db, account)),
    reasons: [],
  };
  return alone.records.length > 0 ? [...ofOperators, alone] : ofOperators;
}

function recordOf(db: Database, account: string): AccountRecord | null {
  const id = accountId(db, account);
  return id === undefined ? null : (presentRecords(recordsOf(db, id))[0] ?? null);
}

function stops({ zone, voice }: Reading, records: readonly (AccountRecord | null)[]): string {
  const known = records.filter((record) => record !== null);
  if (known.length === 0) return noRecords(records.length);
  const changed = known.filter(({ statusChangedUs }) => statusChangedUs !== null);
  const list = changed
    .slice(0, 12)
    .map(
      ({ account, status, statusChangedUs }) =>
        `<li>${voice.account(account, 60)}: ${voice.value(status ?? 'changed', 60) ?? 'status changed'}, ${time(zone, statusChangedUs)}</li>`,
    );
  return `${changed.length} of ${counted(records.length, 'accounts')} changed status${changed.length === 0 ? ': nothing shows that a control was met' : `:<ul class="flat">${list.join('')}</ul>`}`;
}

function behind(
  { voice }: Reading,
  records: readonly (AccountRecord | null)[],
  reasons: readonly string[],
): string {
  const known = records.filter((record) => record !== null);
  if (known.length === 0) return noRecords(records.length);
  const levels = new Map<string, number>();
  for (const { kycLevel } of known) levels.set(kycLevel ?? '', (levels.get(kycLevel ?? '') ?? 0) + 1);
  const checks = [...levels]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([level, n]) => `${level === '' ? 'none stated' : (voice.value(level, 40) ?? 'a level')}: ${n}`);
  const seen =
    reasons.length === 0 ? '' : `<ul class="flat">${reasons.map((one) => `<li>${one}</li>`).join('')}</ul>`;
  return `Identity checks of ${counted(known.length, 'accounts')} with a record: ${checks.join(', ')}.${seen}`;
}

function terms(records: readonly (AccountRecord | null)[]): string {
  const known = records.filter((record) => record !== null);
  if (known.length === 0) return noRecords(records.length);
  const says = (of: (record: AccountRecord) => boolean | null) => {
    const count = (word: boolean | null) => known.filter((record) => of(record) === word).length;
    return `allowed for ${count(true)}, not allowed for ${count(false)}, not stated for ${count(null)} of ${counted(known.length, 'accounts')}`;
  };
  return `Training on answers: ${says(({ trainingAllowed }) => trainingAllowed)}.<br>Resale: ${says(({ reseller }) => reseller)}.`;
}

const noRecords = (accounts: number) =>
  `<span class="soft">${escapeMarkup(`The bundle holds no records of ${counted(accounts, 'accounts')}, so nothing speaks to this.`)}</span>`;

function* weighed(reading: Reading, ids: Parameters<typeof signalsOf>[1]): Generator<string> {
  const rows = signalsOf(reading, ids);
  if (rows.length > 0) yield* signalTable(reading, rows);
}
