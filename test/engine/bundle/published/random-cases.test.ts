import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../../../electron/engine/annotations/annotate.ts';
import { dumpPublished } from '../../../../electron/engine/bundle/published/dump.ts';
import { publish } from '../../../../electron/engine/bundle/published/publish.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import type { BundleChoice } from '../../../../shared/contract/bundles.ts';
import { madeOperator, putAnalysis } from '../../stored-analysis.ts';
import { canonical, importCsv, newCase, tempFolder } from '../../support.ts';
import { dumpOf, loadDump, WHOLE } from '../published-fixture.ts';

const word = fc.oneof(
  fc.constantFrom('', 'a', 'b', '__proto__', 'constructor', '=1', '2', 'ünï', 'a"b', '\u2028', ' x'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const time = fc.oneof(
  fc.integer({ min: 1_700_000_000, max: 1_700_100_000 }).map((s) => new Date(s * 1000).toISOString()),
  fc.constantFrom('', 'soon', '2026-01-01', '2026-01-01 10:00:00.123456+02:00', '1999-12-31T23:59:59Z'),
);
const number = fc.oneof(
  fc.integer({ min: -5, max: 5000 }).map(String),
  fc.constantFrom('', '1e3', '007', '0.5', 'x'),
);
const request = fc.tuple(
  time,
  fc.constantFrom('ac_1', 'ac_2', '=x', 'ünï', '__proto__'),
  word,
  word,
  number,
  word,
  word,
  word,
);
const account = fc.tuple(
  fc.constantFrom('ac_1', 'ac_2', 'ac_9'),
  word,
  fc.constantFrom('', 'A.B+c@Mail.example', 'x'),
  word,
);

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (header: string, rows: readonly (readonly string[])[]) =>
  `${header}\n${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;

const REQUESTS = canonical('timestamp', 'account_id', 'model', 'ip', 'input_tokens', 'prompt_text');
const ACCOUNTS = { ...canonical('account_id', 'organization_id', 'email'), kind: 'accounts' as const };

async function randomCase(
  requests: readonly (readonly string[])[],
  more: readonly (readonly string[])[],
  accounts: readonly (readonly string[])[],
): Promise<Case> {
  const open = await newCase();
  const header = 'timestamp,account_id,model,ip,input_tokens,prompt_text,__proto__,2';
  if (requests.length > 0) await importCsv(open, csv(header, requests), REQUESTS);
  if (more.length > 0) await importCsv(open, csv(header, more), REQUESTS);
  if (accounts.length > 0)
    await importCsv(open, csv('account_id,organization_id,email,note', accounts), ACCOUNTS);
  const [first] = requests;
  if (first) annotate(open, 'range:0-1800000000000000@case:', 'comment', 'all of it [[account:ac_1]]');
  putAnalysis(open, [madeOperator('O-1', ['ac_1', 'ac_2'])], { 'plan pro': ['ac_2', 'ac_1', 'ac_9'] });
  return open;
}

const textOf = (dump: ReadonlyMap<string, () => Iterable<string>>) =>
  Object.fromEntries([...dump].map(([path, lines]) => [path, [...lines()].join('')]));

const chosen = fc.record({
  whole: fc.boolean(),
  prompts: fc.boolean(),
  redaction: fc.boolean(),
  rowLimit: fc.constantFrom(null, 0, 2),
  accounts: fc.subarray(['ac_1', 'ac_2', 'nobody']),
  operators: fc.subarray(['O-1']),
});

// An import takes a thread of its own, so few cases with many rows, and several choices of each.
test('whatever a case holds, what leaves it comes back from the case that is loaded from it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: 5, maxLength: 60 }),
      fc.array(request, { maxLength: 5 }),
      fc.array(account, { maxLength: 8 }),
      fc.array(chosen, { minLength: 4, maxLength: 4 }),
      async (requests, more, accounts, choices) => {
        const open = await randomCase(requests, more, accounts);
        for (const one of choices) await expectSame(open, { ...WHOLE, ...one });
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
}, 60_000);

async function expectSame(open: Case, choice: BundleChoice): Promise<void> {
  const about = { exportedUs: 1_790_000_000_000_000, folder: tempFolder() };
  const { published } = await publish(open, choice, about, unwatched);
  const left = textOf(dumpPublished(published));
  await published.open.close();
  const loaded = await loadDump(
    new Map(Object.entries(left).map(([path, text]) => [path, () => text.match(/[^\n]*\n/g) ?? []])),
  );
  expect(textOf(dumpPublished({ ...published, open: loaded }))).toEqual(left);
  await loaded.close();
  // Redaction makes of the case what only the published case holds.
  if (!choice.redaction) expect(left).toEqual(textOf(await dumpOf(open, choice)));
}
