import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type BagFile, writeBag } from '../../../../electron/engine/bundle/bag/bag.ts';
import { formatManifest, REQUEST_FILE } from '../../../../electron/engine/bundle/bag/bag-manifest.ts';
import {
  END_BYTES,
  LOCAL_BYTES,
  parseDirectory,
  parseEnd,
} from '../../../../electron/engine/bundle/bag/zip-form.ts';
import { formatCustodyLine } from '../../../../electron/engine/bundle/custody-line.ts';
import { bagSigner } from '../../../../electron/engine/bundle/sign/bag-signer.ts';
import { formatPublicKey, keyOfSeed } from '../../../../electron/engine/bundle/sign/minisign.ts';
import { timeStampRequest } from '../../../../electron/engine/bundle/sign/time-stamp-request.ts';
import { CALIBRATION_NOTE } from '../../../../shared/contract/analysis.ts';
import { custodyOf } from './made-up.ts';

const CASE_ID = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

/** The key of the small bag's signer. */
export const SIGNER = { owner: 'R. Okafor', secret: keyOfSeed(Buffer.alloc(32, 7)) };
export const SIGNER_KEY = formatPublicKey(SIGNER.secret);

const CUSTODY = custodyOf([
  { action: 'case.create', detail: {} },
  { action: 'import.run', detail: { sha256: 'a1'.repeat(32) } },
  { action: 'annotation.add', detail: { text: 'Größe \u2028 "x"' } },
]);

export const CUSTODY_TEXT = CUSTODY.map(formatCustodyLine).join('');

const ofCase = {
  accounts: 1,
  referenceAccounts: 0,
  requests: 2,
  requestsWithoutTime: 0,
  sources: 1,
  operators: 0,
  findings: 0,
  annotations: 1,
};
const choice = {
  whole: true,
  findings: [],
  operators: [],
  accounts: [],
  template: 'internal',
  redaction: false,
};
export const ABOUT = {
  schemaVersion: 2,
  madeBy: { name: 'Stillwatch', version: '0.1.0' },
  exportedUs: 1_767_225_600_000_000,
  exportedBy: 'R. Okafor',
  signer: null,
  choice: { ...choice, prompts: false, rowLimit: null, handling: 'TLP:RED', pap: 'PAP:RED', recipients: '' },
  ofCase: { ...ofCase, firstUs: null, lastUs: null, dataHash: '' },
  redaction: null,
  omitted: [],
};
const totals = { ...ofCase, first: null, firstUs: null, last: null, lastUs: null };
const CASE = {
  schemaVersion: 2,
  madeBy: ABOUT.madeBy,
  exported: { at: '2026-01-01T00:00:00.000000Z', us: ABOUT.exportedUs, by: 'R. Okafor' },
  case: {
    id: CASE_ID,
    name: 'Spring review',
    reference: '',
    question: '',
    retention: '',
    timeZone: 'UTC',
    created: '2026-01-01T00:00:00.000000Z',
    createdUs: ABOUT.exportedUs,
  },
  handling: { tlp: 'TLP:RED', pap: 'PAP:RED', recipients: '' },
  scope: { ...choice, redactionKey: null, prompts: false, rowLimit: null },
  totals: { case: totals, bundle: totals },
  dataHash: '',
  analysis: null,
  people: [],
  smallCells: [],
  omitted: [],
};
const SOURCE = 'a1'.repeat(32);
export const NOTE_ID = '01900000-0000-7000-8000-000000000001';
const request = (row: number) => ({
  reference: `request:${SOURCE}/${row}`,
  account: 'ac_1',
  source: SOURCE,
  row,
  citedBy: row === 1 ? [NOTE_ID] : [],
});
const lines = (...values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Payload as small as a bundle can have it. Its script is none, so that changes do not all fall into it. */
export const SMALL_PAYLOAD: Readonly<Record<string, string | Uint8Array>> = {
  'data/README.txt': 'How to check this bundle.\n',
  'data/bundle.json': lines(ABOUT),
  'data/case.json': lines(CASE),
  'data/charts/01-timeline.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  'data/evidence/requests.ndjson': lines(request(1), request(2)),
  'data/findings.json': lines({ note: CALIBRATION_NOTE, findings: [] }),
  'data/provenance/custody.ndjson': CUSTODY_TEXT,
  'data/report.html': '<!doctype html><title>Report</title>\n',
  'data/report.pdf': Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0xff, 0x00, 0x80]),
  'data/tables/account.ndjson': lines({ account: 'ac_1' }),
  'data/tables/record.ndjson': lines({ kind: 'annotation', id: NOTE_ID, body: {} }),
  'data/tables/source.ndjson': lines({ sha256: SOURCE }),
  'data/verify.mjs': 'process.exitCode = 1;\n',
};

export interface SmallBag {
  readonly payload?: Readonly<Record<string, string | Uint8Array>>;
  readonly info?: Readonly<Record<string, string>>;
  readonly signed?: boolean;
}

/** Writes a bag that the verifier finds nothing wrong with, and gives its bytes. */
export async function smallBag(
  path: string,
  { payload = SMALL_PAYLOAD, info = {}, signed = true }: SmallBag = {},
) {
  const files: BagFile[] = Object.entries(payload)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => ({ path: name, content }));
  const labels = {
    'Bundle-Schema-Version': '2',
    'Custody-Entries': String(CUSTODY.length),
    'Custody-Head': CUSTODY.at(-1)?.hash ?? '',
    ...info,
  };
  const signing = signed ? bagSigner(SIGNER, { caseId: CASE_ID, timeUs: 1_767_225_600_000_000 }) : {};
  await writeBag(path, files, () => Object.entries(labels), signing);
  return readFileSync(path);
}

export interface Entry {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The files of a zip of our form. */
export function entriesOf(zip: Buffer): Entry[] {
  const end = parseEnd(zip.subarray(-END_BYTES), zip.length);
  if (typeof end === 'string') throw new Error(end);
  const directory = zip.subarray(end.directoryOffset, end.directoryOffset + end.directoryBytes);
  return parseDirectory(directory, end.entries).entries.map(({ name, offset, sizeBytes }) => {
    const start = offset + LOCAL_BYTES + name.length;
    return { path: Buffer.from(name).toString(), bytes: Buffer.from(zip.subarray(start, start + sizeBytes)) };
  });
}

/** With manifests, tag manifests, Payload-Oxum and time-stamp request that fit; signature and key as they were. */
export function resealed(entries: readonly Entry[]): Entry[] {
  const files = new Map(entries.map(({ path, bytes }) => [path, bytes]));
  const payload = [...files.keys()].filter((path) => path.startsWith('data/')).sort();
  const octets = payload.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
  const info = files
    .get('bag-info.txt')
    ?.toString()
    .replace(/Payload-Oxum: .*/, `Payload-Oxum: ${octets}.${payload.length}`);
  if (info !== undefined) files.set('bag-info.txt', Buffer.from(info));
  const hash = (algorithm: string, path: string) =>
    createHash(algorithm)
      .update(files.get(path) ?? '')
      .digest('hex');
  const manifest = (algorithm: string, paths: readonly string[]) =>
    Buffer.from(formatManifest(paths.map((path) => ({ path, checksum: hash(algorithm, path) }))));
  for (const name of ['sha256', 'sha512']) files.set(`manifest-${name}.txt`, manifest(name, payload));
  const tags = [...files.keys()]
    .filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'))
    .sort();
  for (const name of ['sha256', 'sha512']) files.set(`tagmanifest-${name}.txt`, manifest(name, tags));
  files.set(REQUEST_FILE, timeStampRequest(files.get('tagmanifest-sha512.txt') as Buffer));
  return [...files].map(([path, bytes]) => ({ path, bytes }));
}
