import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import yauzl from 'yauzl';
import { runAnalysis } from '../../../electron/engine/analysis/run-analysis.ts';
import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { exportBundle } from '../../../electron/engine/bundle/export.ts';
import { defaultChoice } from '../../../electron/engine/bundle/select/default-choice.ts';
import { pinExhibit } from '../../../electron/engine/exhibits/pin.ts';
import { createFinding } from '../../../electron/engine/findings/change.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

const EACH = 40;
const numbered = (make: (i: number) => string) => Array.from({ length: EACH }, (_, i) => make(i));
const ACCOUNTS = numbered((i) => `canary_account_${i}_q`);
const EMAILS = numbered((i) => `Canary.Person${i}x@canary-firm-${i}.example`);
const ADDRESSES = numbered((i) => `203.0.113.${100 + i}`);
const KEYS = numbered((i) => `sk-canary-${i}-9f8e7d6c5b4a39281706`);
const PROMPTS = numbered(
  (i) => `Canary prompt number ${i}: tell how the harbour of Rostock was rebuilt in the year ${1900 + i}`,
);

/** Every one of the 200 values in it: in requests, records, columns of no field, notes, findings and an analysis. */
async function caseWithCanaries() {
  const open = await newCase();
  const rows = ACCOUNTS.flatMap((account, i) =>
    Array.from({ length: 12 }, (_, n) => {
      const at = new Date(Date.UTC(2026, 4, 1 + n, i % 24, n)).toISOString();
      // Neighbours share an address and a key, so that they are linked by them.
      const shared = ADDRESSES[i - (i % 2)];
      const own = n % 2 === 0 ? shared : ADDRESSES[i];
      return `${at},${account},${own},${KEYS[i - (i % 2)]},m-1,${PROMPTS[i]} ${n},for ${EMAILS[i]} of ${account},completed\n`;
    }),
  );
  await importCsv(
    open,
    `timestamp,account_id,ip,api_key_id,model,prompt_text,remark,status\n${rows.join('')}`,
    canonical('timestamp', 'account_id', 'ip', 'api_key_id', 'model', 'prompt_text', 'status'),
  );
  const records = ACCOUNTS.map(
    (account, i) => `${account},2026-04-0${1 + (i % 9)}T00:00:00Z,pro,${EMAILS[i]},calls itself ${account}\n`,
  );
  await importCsv(open, `account_id,created_at,plan,email,declared_use\n${records.join('')}`, {
    ...canonical('account_id', 'created_at', 'plan', 'email', 'declared_use'),
    kind: 'accounts',
  });
  await runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched);
  for (const [i, account] of ACCOUNTS.entries()) {
    annotate(
      open,
      `account:${account}`,
      'comment',
      `Writes from ${ADDRESSES[i]}, see [[account:${account}]], mail ${EMAILS[i]}`,
    );
    annotate(open, `account:${account}`, 'tag', `key ${KEYS[i]}`);
  }
  const finding = createFinding(open, {
    claim: `${ACCOUNTS[0]} and ${ACCOUNTS[1]} share ${KEYS[0]}`,
    scope: ACCOUNTS.slice(0, 3).map((account) => `account:${account}`),
    reasoning: `Both write from ${ADDRESSES[0]}.`,
  });
  const question = { query: 'activity', args: { account: ACCOUNTS[0], range: null } } as const;
  await pinExhibit(open, { finding, title: `What ${ACCOUNTS[0]} asks`, question, picture: null }, unwatched);
  return open;
}

function unzip(path: string): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    yauzl.open(path, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        }),
      );
      zip.on('end', () => resolve(files));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

/** The spellings in which a value may hide, worked out apart from how the exporter looks for them. */
function spellings(value: string): Buffer[] {
  const utf8 = Buffer.from(value);
  const utf16 = Buffer.from(value, 'utf16le');
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(before === 0 ? 0 : before + 1, -2);
  });
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(encodeURIComponent(value)),
    ...[utf8.toString('hex'), utf8.toString('hex').toUpperCase(), ...base64].map((text) => Buffer.from(text)),
  ];
}

function found(files: ReadonlyMap<string, Buffer>, values: readonly string[]): string[] {
  return values.flatMap((value) =>
    spellings(value).flatMap((spelling) =>
      [...files].filter(([, bytes]) => bytes.includes(spelling)).map(([path]) => `${value} in ${path}`),
    ),
  );
}

const ALL = [...ACCOUNTS, ...EMAILS, ...ADDRESSES, ...KEYS, ...PROMPTS];

test('of 200 values that are redacted none is in any file of the bundle, in any spelling; without redaction they are', async () => {
  const open = await caseWithCanaries();
  const folder = tempFolder();
  const choice = { ...defaultChoice(open), whole: true };
  const redacted = join(folder, 'redacted.zip');
  await exportBundle(open, redacted, unwatched, { choice: { ...choice, redaction: true } });
  const files = await unzip(redacted);
  expect(found(files, ALL)).toEqual([]);
  expect(found(new Map([['the zip itself', readFileSync(redacted)]]), ALL)).toEqual([]);

  const plain = join(folder, 'plain.zip');
  await exportBundle(open, plain, unwatched, { choice: { ...choice, prompts: true } });
  const plainFiles = await unzip(plain);
  const there = new Set(found(plainFiles, ALL).map((line) => line.slice(0, line.lastIndexOf(' in '))));
  expect(ALL.filter((value) => !there.has(value))).toEqual([]);
});

test('the same value has the same pseudonym in every bundle of a case', async () => {
  const open = await caseWithCanaries();
  const folder = tempFolder();
  const accountsOf = async (name: string, whole: boolean) => {
    const choice = { ...defaultChoice(open), accounts: ACCOUNTS.slice(0, 2), whole, redaction: true };
    await exportBundle(open, join(folder, name), unwatched, { choice });
    const requests = (await unzip(join(folder, name))).get('data/evidence/requests.ndjson') as Buffer;
    return new Set(
      [...requests.toString().matchAll(/account-[a-z2-7]{12}/g)].map(([pseudonym]) => pseudonym),
    );
  };
  const all = await accountsOf('all.zip', true);
  const some = await accountsOf('some.zip', false);
  expect(all.size).toBe(EACH);
  expect(some.size).toBeGreaterThan(0);
  expect([...some].filter((pseudonym) => !all.has(pseudonym))).toEqual([]);
});
