import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tempFolder } from './app.ts';

const REAL = resolve(import.meta.dirname, '../../../shared/data/traces/gentd26/lora_request_trace.csv');

export interface Trace {
  readonly path: string;
  readonly requests: number;
  readonly accounts: number;
  /** The three accounts with most requests. */
  readonly heaviest: readonly (readonly [account: string, requests: number])[];
}

/** A public trace of real requests where it is at hand, else one of the same columns made up on the spot. */
export function requestTrace(): Trace {
  const path = existsSync(REAL) ? REAL : madeUpTrace();
  if (path !== REAL)
    console.log('The public request trace is not at hand; a made-up one of its form is used.');
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const column = header.split(',').indexOf('groupId');
  const counts = new Map<string, number>();
  for (const line of lines) {
    const account = line.split(',')[column];
    counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  const heaviest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return { path, requests: lines.length, accounts: counts.size, heaviest };
}

function madeUpTrace(): string {
  const lines = [
    'gmt_create,predict_type,predict_status,exec_time_seconds,groupId,prompt_length,checkpoint_model_version_id',
  ];
  const two = (n: number) => String(n).padStart(2, '0');
  for (let i = 0; i < 9000; i++) {
    const time = `2024-11-${two(15 + Math.floor(i / 700))} ${two((i * 7) % 24)}:${two((i * 11) % 60)}:${two((i * 13) % 60)}`;
    const account =
      i % 11 === 0
        ? 'G0264'
        : i % 17 === 0
          ? 'G0146'
          : i % 29 === 0
            ? 'G0529'
            : `G${1000 + ((i * 31) % 800)}`;
    lines.push(
      `${time},TXT_2_IMG,${i % 41 === 0 ? 'FAILED' : 'SUCCEED'},${i % 60}.0,${account},${i % 90}.0,M${i % 9}`,
    );
  }
  const path = join(tempFolder(), 'lora_request_trace.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
