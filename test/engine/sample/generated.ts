import { createHash } from 'node:crypto';
import { requestRow } from '../../../electron/engine/sample/csv.ts';
import { generateSample, type SampleOptions } from '../../../electron/engine/sample/generate.ts';
import type {
  AccountRecord,
  ContextRow,
  SampleRequest,
} from '../../../electron/engine/sample/sample-types.ts';
import type { SampleTruth } from '../../../electron/engine/sample/truth.ts';

export interface Generated {
  readonly truth: SampleTruth;
  readonly accounts: readonly AccountRecord[];
  readonly context: readonly ContextRow[];
  readonly requests: readonly SampleRequest[];
  /** SHA-256 over all rows of requests.csv. */
  readonly hash: string;
}

/** A whole sample in memory; for size S only. */
export async function generated(options: SampleOptions): Promise<Generated> {
  const accounts: AccountRecord[] = [];
  const context: ContextRow[] = [];
  const requests: SampleRequest[] = [];
  const hash = createHash('sha256');
  const truth = await generateSample(options, {
    accounts: (rows) => void accounts.push(...rows),
    context: (rows) => void context.push(...rows),
    requests: (rows) => {
      for (const row of rows) {
        requests.push(row);
        hash.update(requestRow(row, requests.length));
      }
    },
  });
  return { truth, accounts, context, requests, hash: hash.digest('hex') };
}

/** Probability that a draw from `ones` is above one from `others`, ties half. */
export function auroc(ones: readonly number[], others: readonly number[]): number {
  let wins = 0;
  for (const one of ones) for (const other of others) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (ones.length * others.length);
}

export function countBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}
