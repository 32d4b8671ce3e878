import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_FILES, writeSample } from '../../../electron/engine/sample/write-sample.ts';

const REQUESTS =
  'request_id,timestamp,account_id,organization_id,api_key_id,session_id,ip,asn,country,user_agent,header_fingerprint,device_id,end_user_id,model,endpoint,status,stop_reason,input_tokens,output_tokens,latency_ms,temperature,max_tokens,tools_hash,system_hash,topic,prompt_hash,prompt_text';
const ACCOUNTS =
  'account_id,organization_id,created_at,plan,signup_route,email,phone_hash,payment_fingerprint,card_bin,kyc_level,declared_use,training_allowed,reseller,status,status_changed_at';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillwatch-sample-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (name: string, from = folder) => readFileSync(join(from, name), 'utf8');
const digests = (from: string) =>
  SAMPLE_FILES.map((name) => createHash('sha256').update(text(name, from)).digest('hex'));

/** A plain RFC 4180 reader, state by state, so that the writer is not checked by its own rules. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      for (at++; ; at++) {
        if (csv[at] !== '"') cell += csv[at];
        else if (csv[at + 1] === '"') cell += csv[at++];
        else break;
      }
      at++;
    } else {
      const end = csv.slice(at).search(/[,\r\n"]/);
      cell = csv.slice(at, at + end);
      at += end;
    }
    row.push(cell);
    if (csv[at] === ',') at++;
    else if (csv.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`Unexpected text at ${at}`);
  }
  return rows;
}

describe('writeSample', () => {
  it('writes four files, byte for byte the same for one seed', async () => {
    const again = join(folder, 'again');
    const other = join(folder, 'other');
    const { files } = await writeSample(folder, { size: 'S', seed: 5 });
    await writeSample(again, { size: 'S', seed: 5 });
    await writeSample(other, { size: 'S', seed: 6 });
    expect(files).toEqual(SAMPLE_FILES.map((name) => join(folder, name)));
    expect(digests(again)).toEqual(digests(folder));
    expect(digests(other)[0]).not.toBe(digests(folder)[0]);
    expect(readdirSync(folder).sort()).toEqual([...SAMPLE_FILES, 'again', 'other'].sort());
  });

  it('writes the canonical headers and RFC 4180 records', async () => {
    await writeSample(folder, { size: 'S', seed: 5 });
    const requests = text('requests.csv');
    expect(requests.slice(0, requests.indexOf('\r\n'))).toBe(REQUESTS);
    expect(text('accounts.csv').split('\r\n')[0]).toBe(ACCOUNTS);
    expect(text('context.csv').split('\r\n')[0]).toBe('timestamp,kind,label,source');
    const rows = parse(requests.slice(0, requests.indexOf('\r\n', 600_000) + 2));
    const [header, ...records] = rows;
    expect(records.length).toBeGreaterThan(1_000);
    for (const record of records) {
      expect(record).toHaveLength(header!.length);
      const cell = (name: string) => record[header!.indexOf(name)]!;
      expect(cell('timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(cell('prompt_hash')).toBe(
        createHash('sha256').update(cell('prompt_text')).digest('hex').slice(0, 32),
      );
      expect(cell('system_hash')).toMatch(/^([0-9a-f]{12})?$/);
      expect(Number.isInteger(Number(cell('output_tokens')))).toBe(true);
    }
    expect(records.some((record) => record.at(-1)!.includes('\n'))).toBe(true);
    const accounts = parse(text('accounts.csv'));
    expect(accounts).toHaveLength(301);
    const truth = JSON.parse(text('truth.json')) as { accounts: Record<string, unknown>; seed: number };
    expect(truth.seed).toBe(5);
    expect(Object.keys(truth.accounts)).toHaveLength(300);
  });

  it('reports progress and keeps an earlier sample when cancelled', async () => {
    await writeSample(folder, { size: 'S', seed: 5 });
    const before = digests(folder);
    const control = new AbortController();
    const seen: number[] = [];
    const writing = writeSample(
      folder,
      { size: 'S', seed: 6 },
      {
        signal: control.signal,
        onProgress: ({ done, total }) => {
          expect(total).toBe(60_000);
          seen.push(done);
          if (done > 10_000) control.abort();
        },
      },
    );
    await expect(writing).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toBeLessThan(30_000);
    expect(digests(folder)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual([...SAMPLE_FILES].sort());
  });

  it('leaves other people’s files alone', async () => {
    writeFileSync(join(folder, 'accounts.csv'), 'mine');
    await expect(writeSample(folder, { size: 'S', seed: 5 })).rejects.toMatchObject({
      code: 'FILE_UNWRITABLE',
    });
    expect(text('accounts.csv')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['accounts.csv']);
  });

  it('says so when the folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const writing = writeSample(join(folder, 'file', 'below'), { size: 'S', seed: 5 });
    await expect(writing).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  });
});
