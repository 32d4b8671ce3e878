import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseJsonldFiles } from '../../../../electron/engine/bundle/files/provenance/case-jsonld.ts';
import { redactionsFiles } from '../../../../electron/engine/bundle/files/provenance/redactions-csv.ts';
import { roCrateFiles } from '../../../../electron/engine/bundle/files/provenance/ro-crate.ts';
import { sourcesFiles } from '../../../../electron/engine/bundle/files/provenance/sources-files.ts';
import { filesOfBundle } from '../../../../electron/engine/bundle/published/files-of-bundle.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { NEW_CASE } from '../../support.ts';
import { fillHostileCase, publishedHostile } from './hostile-case.ts';
import { csvOf, textsOf } from './texts-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
let open: Case;
let texts: Record<string, string>;

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), 'tester', null, NEW_CASE);
  await fillHostileCase(open);
  texts = await textsOf(publishedHostile(open), [
    caseJsonldFiles,
    redactionsFiles,
    roCrateFiles,
    sourcesFiles,
  ]);
});

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const rowsOf = (path: string) => {
  const [header, ...records] = csvOf(texts[path]);
  return records.map((record) => Object.fromEntries(header.map((name, at) => [name, record[at]])));
};
const sha256Of = (name: string) =>
  createHash('sha256')
    .update(readFileSync(`${open.path}.${name}.csv`))
    .digest('hex');

it('tells each source with its hash, what of it was stored, and why the rest was not', () => {
  const [requests, accounts] = rowsOf('data/provenance/sources.csv');
  expect(requests).toMatchObject({
    sha256: sha256Of('requests'),
    kind: 'requests',
    rejected: '1',
    reasons: 'MISSING ACCOUNT: 1',
  });
  expect(accounts).toMatchObject({
    sha256: sha256Of('accounts'),
    kind: 'accounts',
    rejected: '0',
    reasons: '',
  });
  expect(rowsOf('data/provenance/rejects.csv')).toEqual([
    {
      source_sha256: sha256Of('requests'),
      file: 'case.swcase.requests.csv',
      kind: 'reject',
      reason: 'MISSING ACCOUNT',
      column: 'account_id',
      rows: '1',
    },
  ]);
  const mapping = JSON.parse(texts[`data/provenance/${requests.mapping}`]);
  expect(mapping).toMatchObject({ kind: 'requests', mapping: { columns: { ip: 'ip' }, delimiter: ',' } });
});

it('counts rows of which no reason is told, so that the numbers add up', async () => {
  const path = join(folder, 'apart.swcase');
  const apart = await createCase(path, 'tester', null, NEW_CASE);
  try {
    await fillHostileCase(apart);
    apart.db.exec('DELETE FROM reject');
    texts = { ...texts, ...(await textsOf(publishedHostile(apart), [sourcesFiles])) };
    expect(rowsOf('data/provenance/rejects.csv')[0]).toMatchObject({
      kind: 'reject',
      reason: 'NOT TOLD',
      rows: '1',
    });
  } finally {
    await apart.close();
  }
});

it('tells what was replaced, by rule, and the key by its id alone', async () => {
  expect(texts['data/redactions.csv']).toBe('field,rule,values,key_id\r\n');
  const published = publishedHostile(open);
  const redaction = {
    keyId: '0123456789abcdef',
    rules: [
      { field: 'ip', rule: '=network', values: 7 },
      { field: 'account', rule: 'pseudonym', values: 14 },
    ],
    smallCells: [],
  };
  const redacted = await textsOf({ open, about: { ...published.about, redaction } }, [redactionsFiles]);
  expect(redacted['data/redactions.csv']).toBe(
    "field,rule,values,key_id\r\naccount,pseudonym,14,0123456789abcdef\r\nip,'=network,7,0123456789abcdef\r\n",
  );
});

it('tells in CASE who did what with which file: every node that is named is there', () => {
  const { '@context': context, '@graph': graph } = JSON.parse(texts['data/case.jsonld']);
  const ids = graph.map((node: { '@id': string }) => node['@id']);
  expect(new Set(ids).size).toBe(ids.length);
  const uuid = /^kb:[a-z-]+-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id: string) => !uuid.test(id))).toEqual([]);
  const named = [...texts['data/case.jsonld'].matchAll(/"@id": "([^"]*)"/g)].map(([, id]) => id);
  const within = new Set(['hash', 'file-facet', 'content-facet']);
  expect(
    named.filter((id) => !ids.includes(id) && !within.has(id.slice(3).replace(/-[0-9a-f]{8}-.*$/, ''))),
  ).toEqual([]);
  for (const term of texts['data/case.jsonld'].matchAll(/"([a-z-]+):[A-Za-z]+"/g))
    expect(Object.keys(context)).toContain(term[1]);
  const ofType = (type: string) => graph.filter((node: { '@type': string }) => node['@type'] === type);
  expect(
    ofType('case-investigation:InvestigativeAction').map(
      (one: Record<string, string>) => one['uco-core:name'],
    ),
  ).toEqual([...Array(5).fill('pinning of an exhibit'), 'import', 'import', 'export of an evidence bundle']);
  expect(ofType('uco-observable:File')).toHaveLength(2);
  expect(texts['data/case.jsonld']).toContain(sha256Of('requests').toUpperCase());
  expect(
    ofType('case-investigation:ProvenanceRecord').flatMap(
      (one: Record<string, string>) => one['case-investigation:exhibitNumber'] ?? [],
    ),
  ).toEqual(['1', '2', '3', '4', '5']);
  expect(ofType('uco-identity:Person').map((one: Record<string, string>) => one['uco-core:name'])).toEqual([
    'tester',
    '<b>Ada</b>',
  ]);
});

it('describes in RO-Crate the parts that are there, the inputs by hash, and how they became the bundle', async () => {
  const { '@context': context, '@graph': graph } = JSON.parse(texts['data/ro-crate-metadata.json']);
  expect(context).toBe('https://w3id.org/ro/crate/1.2/context');
  const byId = new Map<string, Record<string, unknown>>(
    graph.map((one: { '@id': string }) => [one['@id'], one]),
  );
  expect(byId.size).toBe(graph.length);
  expect(byId.get('ro-crate-metadata.json')).toMatchObject({
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  });
  const named = [...texts['data/ro-crate-metadata.json'].matchAll(/"@id": "([^"]*)"/g)].map(([, id]) => id);
  expect(named.filter((id) => !byId.has(id) && !id.startsWith('https://'))).toEqual([]);
  expect(byId.get(`#source-${sha256Of('requests')}`)).toMatchObject({ sha256: sha256Of('requests') });
  expect(byId.get('#export')).toMatchObject({
    '@type': 'CreateAction',
    result: { '@id': './' },
    agent: { '@id': '#person-1' },
  });
  expect(byId.get('#person-1')).toMatchObject({ name: '<b>Ada</b>', jobTitle: '-1+1' });
  const paths = (await filesOfBundle(publishedHostile(open), unwatched)).map(({ path }) => path);
  const parts = (byId.get('./') as { hasPart: { '@id': string }[] }).hasPart.map(
    (part) => `data/${part['@id']}`,
  );
  const holds = (part: string, path: string) => (part.endsWith('/') ? path.startsWith(part) : path === part);
  expect(parts.filter((part) => !paths.some((path) => holds(part, path)))).toEqual([]);
  expect(paths.filter((path) => !parts.some((part) => holds(part, path)))).toEqual([
    'data/ro-crate-metadata.json',
  ]);
});
