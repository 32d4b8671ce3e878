import { writeFileSync } from 'node:fs';
import { storeAnalysis } from '../../../../electron/engine/analysis/store.ts';
import { storeCohorts } from '../../../../electron/engine/analysis/store-cohorts.ts';
import { annotate } from '../../../../electron/engine/annotations/annotate.ts';
import type { Published } from '../../../../electron/engine/bundle/published/published.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { cohortDecisions } from '../../../../electron/engine/cohorts/decisions.ts';
import { pinExhibit } from '../../../../electron/engine/exhibits/pin.ts';
import { createFinding } from '../../../../electron/engine/findings/change.ts';
import { giveVerdict } from '../../../../electron/engine/findings/verdict.ts';
import { merge } from '../../../../electron/engine/groups/change.ts';
import { addEvidence } from '../../../../electron/engine/hypotheses/change-evidence.ts';
import { addHypothesis } from '../../../../electron/engine/hypotheses/change-hypotheses.ts';
import { rateCell } from '../../../../electron/engine/hypotheses/rate.ts';
import { importFile } from '../../../../electron/engine/import/import-file.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { putPerson } from '../../../../electron/engine/people/people.ts';
import type { SignalInfo } from '../../../../shared/contract/analysis.ts';
import type { Mapping } from '../../../../shared/contract/imports.ts';
import { as, madeOperator } from '../../stored-analysis.ts';
import { canonical } from '../../support.ts';
import { aboutOf, WHOLE } from '../published-fixture.ts';

/** What strangers may call themselves. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  `=cmd|' /C calc'!A0`,
  '\u202Edesrever',
  '__proto__',
  'constructor',
  'a\u0001b',
  'a\u0002b',
  'tab\there',
  'two\nlines',
  'quoted "and", comma',
  'smile \u{1F600}',
  ']]> &amp; &#0;',
  'no character \uFFFE',
  '@SUM(A1)',
];
export const SECRET = 'what the speaker is to say';
export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1"></svg>\n';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const BAD_IP = '192.0.2.999';

const SIGNAL: SignalInfo = {
  id: 'S1',
  title: 'Template concentration',
  family: 'content',
  measures: 'a share',
  unit: 'share',
  direction: 'high',
  innocent: ['a product of one prompt'],
  disabled: null,
};

/** Fills a case with accounts of such names that an operator ties, with everything that people can write about them. */
export async function fillHostileCase(open: Case): Promise<void> {
  const rows = HOSTILE.flatMap((account, a) =>
    [0, 1, 2].map((k) =>
      [
        new Date(Date.UTC(2026, 3 + (a % 2), 28 + k, a, 20 * k)).toISOString(),
        account,
        k === 0 ? `=dev ${account}` : 'shared <device>',
        k === 2 && a === 0 ? BAD_IP : `192.0.2.${a + 1}`,
        `AS${64500 + (a % 2)}`,
        k === 0 ? '+agent\u0003' : 'agent/1.0',
        `org ${a % 3}`,
        String(10 * k),
      ]
        .map(quoted)
        .join(','),
    ),
  );
  const fields = [
    'timestamp',
    'account_id',
    'device_id',
    'ip',
    'asn',
    'user_agent',
    'organization_id',
    'output_tokens',
  ] as const;
  // One record without an account, which is refused.
  const log = [fields.join(','), ...rows, '2026-05-01T00:00:00Z,,,,,,,'].join('\n');
  await importTable(open, 'requests', log, canonical(...fields));
  await importAccounts(open);
  putOperator(open);
  putPerson(open, { name: '<b>Ada</b>', role: '-1+1' });
  await writeAbout(open);
}

async function importAccounts(open: Case): Promise<void> {
  const columns = [
    'account_id',
    'organization_id',
    'created_at',
    'plan',
    'email',
    'status',
    'status_changed_at',
  ] as const;
  const rows = HOSTILE.flatMap((account, a) => [
    [account, `org ${a % 3}`, '2026-01-02T03:04:05Z', '=plan', `user.${a % 6}@a.example`, 'active', ''],
    [account, `org ${a % 3}`, '', '', '', a === 1 ? 'banned' : '<i>active</i>', '2026-05-02T00:00:00Z'],
  ]);
  const csv = [columns.join(','), ...rows.map((row) => row.map(quoted).join(','))].join('\n');
  await importTable(open, 'accounts', csv, { ...canonical(...columns), kind: 'accounts' });
}

async function importTable(open: Case, name: string, csv: string, mapping: Mapping): Promise<void> {
  const file = `${open.path}.${name}.csv`;
  writeFileSync(file, `${csv}\n`);
  await importFile(open, file, mapping, unwatched);
}

function putOperator(open: Case): void {
  const accounts = [...HOSTILE].sort();
  const pairs = accounts.slice(1).map((_, at) => [at, at + 1] as const);
  const values = [
    {
      kind: 'device',
      family: 'identity' as const,
      value: 'shared <device>',
      accounts: accounts.length,
      holders: [],
    },
    { kind: 'ip', family: 'identity' as const, value: '=1+1\u0000"\u202E', accounts: 2, holders: [] },
  ];
  const signal = {
    id: 'S1' as const,
    value: 0.75,
    n: 3,
    cohort: '14 accounts: =plan, 1 to 3 requests',
    percentile: 90,
    bits: 1.5,
    detail: 'Of "<b>\u202E" 3 requests.',
  };
  const facts = { atUs: 1, seconds: 1, seed: 1, priorShare: 0.01, version: '1', inputHash: 'x' };
  storeAnalysis(open.db, facts, {
    signals: [SIGNAL],
    accounts: accounts.map((account) => ({
      account,
      score: 0.5,
      likelihood: 'roughly even' as const,
      operator: 'O-1',
      requests: 3,
      signals: [signal],
    })),
    operators: [
      madeOperator('O-1', accounts, {
        signals: [{ ...signal, percentile: null }],
        weakestBridge: { a: accounts[0], b: accounts[1], bits: 1.25, splits: true },
        alternatives: [
          {
            id: 'reseller',
            title: 'A reseller',
            predictions: [{ text: 'many customers', holds: null, detail: '=1+1' }],
            holding: 0,
            testable: 0,
          },
        ],
      }),
    ],
    links: [],
    templates: [],
    ties: [
      {
        operator: 'O-1',
        total: pairs.length,
        priorBits: -10,
        accounts,
        values,
        a: pairs.map(([a]) => a),
        b: pairs.map(([, b]) => b),
        bits: pairs.map((_, at) => 20 - at),
        itemFrom: [0, ...pairs.map((_, at) => 2 * (at + 1))],
        itemValue: pairs.flatMap(() => [0, 1]),
        itemBits: pairs.flatMap(() => [22, 8]),
      },
    ],
  });
  const name = '=plan, 1 to 3 requests';
  storeCohorts(open.db, cohortDecisions(open.db), [
    {
      cohort: {
        name,
        kind: 'traits',
        traits: [{ trait: 'plan', value: '=plan' }],
        accounts: accounts.length,
        requests: 3 * accounts.length,
        compared: accounts.length,
        fallback: 0,
        bands: [{ id: 'S1', accounts: 14, p5: 0.1, p25: 0.2, p50: 0.3, p75: 0.4, p95: 0.5 }],
      },
      members: accounts.map((account) => ({
        ...{ account, requests: 3, shapes: true, compared: true, fallback: false },
      })),
    },
  ]);
}

async function writeAbout(open: Case): Promise<void> {
  const finding = createFinding(open, {
    claim: '=HYPERLINK("http://x") <img src=x onerror=alert(1)> \u202E',
    scope: [`account:${HOSTILE[0]}`, 'operator:O-1', `account:${HOSTILE[3]}`],
    likelihood: 'likely',
    confidence: 'low',
    reasoning: 'first\nsecond \u0007',
    speakerNotes: SECRET,
  });
  const ask = (title: string, sql: string) => ({
    finding,
    title,
    question: { query: 'sql' as const, args: { sql } },
  });
  const asked = [
    ask('=Who & <when>', 'SELECT account_id AS "=who", count(*) AS n FROM requests GROUP BY 1 ORDER BY 1'),
    ask(
      '../../etc/passwd',
      'SELECT account_id, asn, count(*) AS n FROM requests GROUP BY 1, 2 ORDER BY 1, 2',
    ),
    ask('con', `SELECT '+1' AS words`),
    ask(
      'many',
      'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 10000) SELECT n, n AS m FROM t',
    ),
  ];
  for (const [at, one] of asked.entries())
    await pinExhibit(open, { ...one, picture: at === 0 ? SVG : null }, unwatched);
  const profile = { query: 'profile' as const, args: { account: '__proto__' } };
  await pinExhibit(open, { finding, title: '', question: profile, picture: null }, unwatched);
  const range = `range:${Date.UTC(2026, 3, 28) * 1000}-${Date.UTC(2026, 3, 29) * 1000}@account:${HOSTILE[0]}`;
  annotate(open, range, 'comment', '=1+1 <b>');
  annotate(open, 'account:__proto__', 'tag', '@tag');
  const hypothesis = addHypothesis(open, finding, '<b>Rival</b>', '=1');
  addHypothesis(open, finding, 'Other', '');
  const evidence = addEvidence(open, finding, { title: '+seen', exhibit: null, credibility: 'high' });
  rateCell(open, evidence, hypothesis, '--');
  merge(open, 'identity', [], [HOSTILE[0], HOSTILE[3]], { title: '=same', reason: '<b>' });
  giveVerdict(as(open, 'Eve'), finding, 'dissents', '=because');
  giveVerdict(as(open, 'Bob'), finding, 'agrees', '');
}

/** The case itself, as if all of it were published. */
export function publishedHostile(open: Case): Published {
  const choice = { ...WHOLE, pap: 'PAP:RED' as const, recipients: '=to "whom"' };
  return { open, about: { ...aboutOf(open, choice), exportedBy: '<b>Ada</b>' } };
}
