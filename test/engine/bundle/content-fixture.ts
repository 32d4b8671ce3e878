import canonicalize from 'canonicalize';
import type { BundleAccount, BundleContent, CitedRequest } from '../../../electron/engine/bundle/content.ts';
import { CHAIN_START, hashEntry, type StoredEntry } from '../../../electron/engine/custody/chain.ts';
import type { Annotation } from '../../../shared/contract/annotations.ts';
import type { Source } from '../../../shared/contract/imports.ts';
import { type Activity, BIN_US } from '../../../shared/contract/timeline.ts';

export const SOURCE_A = 'a1'.repeat(32);
export const SOURCE_B = 'b2'.repeat(32);
/** 2026-04-01 00:00 UTC. */
export const START_US = Date.UTC(2026, 3, 1) * 1000;
export const DAY_US = 86_400_000_000;

/** Repeatable pseudo-random numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Activity over some days: busy by day or around the clock. */
export function activity(seed: number, firstDay: number, days: number, allNight: boolean): Activity {
  const next = random(seed);
  const rows: number[][] = [];
  const firstBin = (START_US + firstDay * DAY_US) / BIN_US;
  for (let bin = 0; bin < days * 96; bin += 1) {
    const hour = (bin % 96) / 4;
    const level = allNight ? 6 : Math.max(0, Math.sin(((hour - 6) / 13) * Math.PI)) * 8;
    const requests = Math.floor(next() * level * (next() < 0.05 ? 4 : 1));
    if (requests > 0)
      rows.push([
        firstBin + bin,
        requests,
        Math.floor(requests * next() * 0.3),
        requests * 900,
        requests * 350,
      ]);
  }
  const column = (index: number) => rows.map((row) => row[index]);
  return {
    bin: Int32Array.from(column(0)),
    requests: Uint32Array.from(column(1)),
    failed: Uint32Array.from(column(2)),
    inputTokens: Float64Array.from(column(3)),
    outputTokens: Float64Array.from(column(4)),
  };
}

export function account(name: string, shape: Activity, activeDays: number): BundleAccount {
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  return {
    account: name,
    requests: sum(shape.requests),
    firstUs: shape.bin.length === 0 ? null : shape.bin[0] * BIN_US + 61_000_000,
    lastUs: shape.bin.length === 0 ? null : (shape.bin.at(-1) ?? 0) * BIN_US + 722_000_000,
    activeDays,
    inputTokens: sum(shape.inputTokens),
    outputTokens: sum(shape.outputTokens),
    failed: sum(shape.failed),
    activity: shape,
  };
}

/** A chain of entries that holds. */
export function custodyOf(details: readonly Record<string, unknown>[]): StoredEntry[] {
  let prev = CHAIN_START;
  return details.map((detail, index) => {
    const entry = canonicalize({ ...detail, seq: index + 1, prev }) ?? '';
    prev = hashEntry(entry);
    return { seq: index + 1, entry, hash: prev };
  });
}

export function source(sha256: string, file: string, overrides: Partial<Source> = {}): Source {
  return {
    sha256,
    kind: 'requests',
    file,
    format: 'CSV, comma, UTF-8, gzip',
    sizeBytes: 4_812_345,
    importedUs: START_US + 50 * DAY_US,
    rowsRead: 26_946,
    stored: 26_823,
    duplicates: 100,
    conflicts: 3,
    rejected: 20,
    repeats: 4,
    withoutTime: 12,
    mapping: {
      columns: { timestamp: 'gmt_create', account_id: 'groupId' },
      timeFormat: 'iso',
      timeZone: '+08:00',
      delimiter: ',',
    },
    grain: 'request',
    preset: null,
    rules: [],
    notes: [],
    warnings: [],
    times: null,
    seconds: 1.25,
    reference: false,
    alreadyImported: false,
    ...overrides,
  };
}

export function annotation(
  number: number,
  on: string,
  account: string,
  overrides: Partial<Annotation> = {},
): Annotation {
  return {
    id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    on,
    account,
    kind: 'comment',
    text: `Comment ${number}`,
    author: 'R. Okafor',
    createdUs: START_US + 51 * DAY_US + number * 60_000_000,
    changedUs: START_US + 51 * DAY_US + number * 60_000_000,
    gone: false,
    ...overrides,
  };
}

export function cited(row: number, accountName: string, overrides: Partial<CitedRequest> = {}): CitedRequest {
  return {
    reference: `request:${SOURCE_A}/${row}`,
    account: accountName,
    sourceSha256: SOURCE_A,
    row,
    timeUs: START_US + 6 * DAY_US + row * 7_000_001,
    fields: {
      request_id: `req_${row}`,
      account_id: accountName,
      model: 'model-large-2',
      status: '200',
      input_tokens: 900 + row,
      output_tokens: 350,
      user_agent: 'python-client/1.2',
    },
    raw: { timestamp: `2026-04-07T08:00:${String(row % 60).padStart(2, '0')}` },
    extra: {},
    citedBy: ['01900000-0000-7000-8000-000000000002'],
    ...overrides,
  };
}

/** A small, ordinary case of two accounts. */
export function smallContent(overrides: Partial<BundleContent> = {}): BundleContent {
  const accounts = [
    account('ac_0117', activity(1, 5, 12, true), 12),
    account('ac_0452', activity(2, 2, 30, false), 27),
  ];
  return {
    app: { name: 'Stillwatch', version: '0.1.0' },
    case: {
      id: '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
      name: 'Spring review',
      reference: 'SR-2026-014',
      handling: 'TLP:AMBER+STRICT',
      timeZone: 'Europe/Berlin',
      createdUs: START_US + 49 * DAY_US,
    },
    exportedUs: START_US + 52 * DAY_US,
    dataSet: {
      hash: 'd5'.repeat(32),
      firstUs: START_US + 3_600_000_000,
      lastUs: START_US + 45 * DAY_US,
      accounts: 312,
      requests: 26_823,
      requestsWithoutTime: 12,
    },
    sources: [source(SOURCE_A, 'requests-april.csv.gz')],
    annotations: [
      annotation(1, 'account:ac_0117', 'ac_0117', { kind: 'tag', text: 'same template' }),
      annotation(2, `range:${START_US + 6 * DAY_US}-${START_US + 8 * DAY_US}@account:ac_0117`, 'ac_0117', {
        text: 'Around the clock with no pause of more than an hour.\nThe same system hash as ac_0452.',
      }),
      annotation(3, `request:${SOURCE_A}/12`, 'ac_0452', { changedUs: START_US + 52 * DAY_US }),
    ],
    custody: custodyOf([
      { action: 'case.create', atUs: START_US + 49 * DAY_US, author: 'R. Okafor', detail: {} },
      {
        action: 'import.run',
        atUs: START_US + 50 * DAY_US,
        author: 'R. Okafor',
        detail: { sha256: SOURCE_A },
      },
      {
        action: 'annotation.add',
        atUs: START_US + 51 * DAY_US,
        author: 'R. Okafor',
        detail: { text: 'Größe \u2028 "x"' },
      },
    ]),
    accounts,
    citedRequests: () => [cited(12, 'ac_0452'), cited(40, 'ac_0117'), cited(41, 'ac_0117')],
    omitted: ['Prompt texts are not in this bundle.'],
    ...overrides,
  };
}
