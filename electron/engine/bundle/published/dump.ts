import type { Case } from '../../case/case.ts';
import { custodyEntries } from '../../custody/log.ts';
import { formatCustodyLine } from '../custody-line.ts';
import { NO_REDACTION } from '../redact/no-redaction.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Selection } from '../select/selection.ts';
import { ANALYSIS_TABLES } from './analysis-tables.ts';
import { keptCitations } from './citations.ts';
import { dumpRequests } from './dump-requests.ts';
import { dumpTable } from './dump-table.ts';
import { everythingOf } from './everything.ts';
import { IMPORTED_TABLES } from './imported-tables.ts';
import { leavingEntry } from './leaving-entry.ts';
import { CUSTODY_PATH, REQUESTS_PATH, tablePath } from './paths.ts';
import type { Published } from './published.ts';
import { type CitedBy, RequestLines } from './request-lines.ts';
import { REQUESTS_CSV_HEADER, RequestRows } from './requests-csv.ts';
import type { Leaving } from './table.ts';
import { WRITTEN_TABLES } from './written-tables.ts';

/** The published tables by the paths of their files; lines are made as they are read, each time anew. */
export type Dump = ReadonlyMap<string, () => Iterable<string>>;

/** What of a case leaves it: the lines of every published table, in an order that row ids do not decide. */
export function dumpCase(
  open: Case,
  selection: Selection,
  redactor: Redactor,
  { redacted, citedBy }: { readonly redacted: boolean; readonly citedBy: CitedBy },
): Dump {
  const leaving = leavingOf(open, selection, redactor, redacted);
  return new Map([
    [REQUESTS_PATH, () => dumpRequests(leaving, new RequestLines(leaving, citedBy))],
    [CUSTODY_PATH, () => dumpCustody(leaving)],
    ...[...IMPORTED_TABLES, ...ANALYSIS_TABLES, ...WRITTEN_TABLES].map(
      (table) => [tablePath(table.name), () => dumpTable(table, leaving)] as const,
    ),
  ]);
}

/** The tables that a published case was loaded from, to the byte. */
export function dumpPublished({ open, about }: Published): Dump {
  // It holds what was chosen, redacted already.
  return dumpCase(open, everythingOf(open, about.choice), NO_REDACTION, {
    redacted: about.redaction !== null,
    citedBy: keptCitations(open),
  });
}

/** What a published case shows of its requests as a table. */
export function* publishedRequestsCsv({ open, about }: Published): Generator<string> {
  const leaving = leavingOf(open, everythingOf(open, about.choice), NO_REDACTION, about.redaction !== null);
  yield REQUESTS_CSV_HEADER;
  yield* dumpRequests(leaving, new RequestRows(leaving, keptCitations(open)));
}

function leavingOf(open: Case, selection: Selection, redactor: Redactor, redacted: boolean): Leaving {
  const { db } = open;
  const { accounts, choice } = selection;
  const named = (sql: string) =>
    new Set(
      (db.prepare(sql).raw().all() as [string, string][]).flatMap(([name, account]) =>
        accounts.has(account) ? name : [],
      ),
    );
  const all = (sql: string) => new Set(db.prepare(sql).pluck().all() as string[]);
  return {
    db,
    selection,
    redactor,
    redacted,
    prompts: choice.prompts,
    templates: choice.whole
      ? all('SELECT id FROM analysis_template')
      : named(
          'SELECT t.id, u.account FROM analysis_template_account u JOIN analysis_template t ON t.rank = u.template',
        ),
    cohorts: choice.whole
      ? all('SELECT name FROM analysis_cohort')
      : named(
          'SELECT c.name, m.account FROM analysis_cohort_member m JOIN analysis_cohort c ON c.rank = m.cohort',
        ),
  };
}

function* dumpCustody(leaving: Leaving): Generator<string> {
  for (const { seq, entry, hash } of custodyEntries(leaving.db))
    yield formatCustodyLine({ seq, entry: leavingEntry(entry, leaving), hash });
}
