import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { completeMapping } from '../../../electron/engine/import/mapping-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { formatReference } from '../../../shared/reference.ts';
import { canonical, fileWith, importCsv } from '../support.ts';
import { ACCOUNTS, type Person, type Row } from './reference.ts';

const cell = (text: string | null) => (text === null ? '' : `"${text.replaceAll('"', '""')}"`);

let made = 0;

/** Imports rows as one source; they need not be in any order. */
export async function importRows(open: Case, rows: readonly Row[]): Promise<void> {
  const lines = rows.map(({ account, us, model, endpoint, status, topic }) => {
    const time = us === null ? 'never' : new Date(us / 1000).toISOString();
    return [`r${made++}`, time, account, model, endpoint, status, topic].map(cell).join(',');
  });
  const columns = ['request_id', 'timestamp', 'account_id', 'model', 'endpoint', 'status', 'topic'] as const;
  await importCsv(open, `${columns.join(',')}\n${lines.join('\n')}\n`, canonical(...columns));
}

/** What the accounts of a case are: the first has no requests, and some say nothing of themselves. */
export const PEOPLE: Readonly<Record<string, Person>> = {
  a: person({ organisation: 'org 1', plan: 'free', tag: ['x'] }),
  b: person({
    organisation: 'org 1',
    plan: 'pro',
    operator: 'O-1',
    identifier: ['card_bin:411111'],
    template: ['t1'],
  }),
  c: person({ organisation: 'org 2', operator: 'O-1', tag: ['x', 'Zürich'], template: ['t1', 't2'] }),
  d: person({
    plan: 'free',
    operator: 'O-2',
    identifier: ['card_bin:411111', 'card_bin:555555'],
    tag: ['y'],
  }),
  e: person({}),
};

function person(said: Partial<Person>): Person {
  const { organisation, identifier = [] } = said;
  // What organisation an account is of, and was of, is among its identifiers.
  const organisations = organisation ? [`organization:${organisation}`, 'organization:older'] : [];
  return {
    organisation: null,
    plan: null,
    operator: null,
    tag: [],
    template: [],
    ...said,
    identifier: [...identifier, ...organisations],
  };
}

/** Says of the accounts of a case what PEOPLE says, the table of accounts holding older states as well. */
export async function introduce(open: Case): Promise<void> {
  const lines = ACCOUNTS.flatMap((account) => {
    const { organisation, plan, identifier } = PEOPLE[account];
    const bins = identifier.flatMap((text) => (text.startsWith('card_bin:') ? [text.slice(9)] : []));
    const now = [account, organisation, plan, bins[0] ?? null, '2026-02-01T00:00:00Z'];
    const older = [
      account,
      organisation && 'older',
      plan && 'older',
      bins[1] ?? null,
      '2026-01-01T00:00:00Z',
    ];
    return [now, older].map((cells) => cells.map(cell).join(','));
  });
  const path = fileWith(
    `account_id,organization_id,plan,card_bin,status_changed_at\n${lines.join('\n')}\n`,
    'accounts.csv',
  );
  await importFile(open, path, await completeMapping(open.db, path, null, 'accounts'), unwatched);
  for (const account of ACCOUNTS) {
    for (const tag of PEOPLE[account].tag)
      annotate(open, formatReference({ kind: 'account', account }), 'tag', tag);
  }
  const { db } = open;
  db.exec(`INSERT INTO analysis_run (id, at_us, seconds, seed, prior_share, version, input_hash, signals)
           VALUES (1, 1, 1, 1, 0.01, '1', 'x', '[]')`);
  const score = db.prepare(
    'INSERT INTO analysis_account (account, rank, score, operator, body) VALUES (?, ?, 0, ?, ?)',
  );
  const used = db.prepare(
    'INSERT INTO analysis_template_account (template, place, account, requests, body) VALUES (?, ?, ?, 1, ?)',
  );
  const ids = ['t1', 't2'];
  ids.forEach((id, rank) => {
    db.prepare('INSERT INTO analysis_template (rank, id, text, body) VALUES (?, ?, ?, ?)').run(
      rank,
      id,
      '',
      '{}',
    );
  });
  ACCOUNTS.slice(1).forEach((account, rank) => {
    score.run(account, rank, PEOPLE[account].operator, '{}');
    for (const template of PEOPLE[account].template) used.run(ids.indexOf(template), rank, account, '{}');
  });
}
