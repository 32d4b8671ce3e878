import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { exportBundle } from '../../engine/bundle/export.ts';
import { defaultChoice } from '../../engine/bundle/select/default-choice.ts';
import type { Case } from '../../engine/case/case.ts';
import { createCase } from '../../engine/case/open-case.ts';
import { createFinding } from '../../engine/findings/change.ts';
import { importFile } from '../../engine/import/import-file.ts';
import { completeMapping } from '../../engine/import/mapping-file.ts';
import { unwatched } from '../../engine/jobs/job.ts';
import { Rng } from '../../engine/rng.ts';
import { othersCores, startStopwatch } from './stopwatch.ts';

const run = promisify(execFile);
const ACCOUNT = 'ac_bench';
const FIRST_MS = Date.UTC(2026, 2, 1);
const HEADER =
  'request_id,timestamp,account_id,organization_id,session_id,ip,user_agent,device_id,model,endpoint,status,input_tokens,output_tokens,latency_ms,topic,prompt_hash';

/**
 * Time to export a finding that cites all requests of an account, against packing and hashing the same files with zip
 * and sha256sum; as text. Medians.
 * @param told hears what is being done.
 */
export async function bundleReport(
  { rows, seed, repeat }: { readonly rows: number; readonly seed: number; readonly repeat: number },
  told: (line: string) => void,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stillwatch-bundle-'));
  try {
    told(`a case of ${rows} requests of one account, and a finding on it`);
    const open = await makeCase(folder, rows, seed);
    const zip = join(folder, 'bundle.zip');
    const own: number[] = [];
    const theirs: number[] = [];
    let others = 0;
    let size = { files: 0, sizeBytes: 0 };
    for (let i = 0; i < repeat; i++) {
      told(`export ${i + 1} of ${repeat}`);
      const exporting = startStopwatch();
      size = await exportBundle(open, zip, unwatched, { choice: defaultChoice(open) });
      const time = exporting();
      own.push(time.seconds);
      others = Math.max(others, othersCores(time, time.cpuSeconds));
      told(`zip and sha256sum ${i + 1} of ${repeat}`);
      theirs.push(await packAndHash(folder, zip));
    }
    await open.close();
    const [export_, packed] = [own, theirs].map(median);
    const row = (name: string, seconds: number) =>
      `${name.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s   ${(seconds / packed).toFixed(2)}`;
    return [
      `a finding over ${rows} cited requests: ${size.files} files, ${(size.sizeBytes / 1e6).toFixed(1)} MB; medians of ${repeat}`,
      row('exported, searched and verified', export_),
      row('the same files by zip -q and sha256sum', packed),
      `Last column: the ratio to zip and sha256sum. Other programs kept at most ${others.toFixed(2)} cores busy during an export.`,
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeCase(folder: string, rows: number, seed: number): Promise<Case> {
  const log = join(folder, 'log.csv');
  const rng = new Rng(seed).fork('bundle');
  const file = createWriteStream(log);
  file.write(`${HEADER}\n`);
  const pick = (count: number) => Math.floor(rng.float() * count);
  for (let i = 0; i < rows; i++) {
    const time = new Date(FIRST_MS + i * 20_000 + pick(20_000)).toISOString();
    const line = `req_${i}_${pick(1e9)},${time},${ACCOUNT},org_7,se_${Math.floor(i / 40)},198.51.100.${pick(200)},client/1.${pick(9)} (linux; x64),dv_${pick(12)},model-${pick(4)},/v1/messages,${pick(50) === 0 ? 529 : 200},${pick(4000)},${pick(8000)},${pick(30_000)},topic ${pick(40)},${pick(2 ** 31).toString(16)}${pick(2 ** 31).toString(16)}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  const open = await createCase(join(folder, 'case.swcase'), 'bench', 'bench', {
    name: 'Bench',
    reference: '',
    handling: 'TLP:AMBER',
    timeZone: 'UTC',
  });
  await importFile(open, log, await completeMapping(open.db, log, null), unwatched);
  createFinding(open, { claim: 'All of it is one harvest', scope: [`account:${ACCOUNT}`] });
  return open;
}

/** Seconds that zip and sha256sum take for the files of a bundle, unpacked before. */
async function packAndHash(folder: string, zip: string): Promise<number> {
  const files = join(folder, 'files');
  await rm(files, { recursive: true, force: true });
  await run('unzip', ['-q', zip, '-d', files]);
  const packed = join(folder, 'packed.zip');
  await rm(packed, { force: true });
  const packing = startStopwatch();
  await run('zip', ['-q', '-r', packed, '.'], { cwd: files });
  await run('sh', ['-c', 'find . -type f -print0 | sort -z | xargs -0 sha256sum > ../sums'], { cwd: files });
  return packing().seconds;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
