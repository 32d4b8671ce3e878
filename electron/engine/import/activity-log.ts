import { addActivities, joinPacked, packActivity, unpackActivity } from '../requests/activity-codec.ts';
import { ActivityWriter, type PackedBins, type RowValues } from '../requests/activity-writer.ts';
import { leastAccount } from './least-account.ts';

/**
 * One run's activities, one behind the other, by ascending account. A run names thousands of accounts and an import has
 * hundreds of runs, so they are numbers and no objects.
 */
interface RunLog {
  readonly accounts: Uint32Array;
  /** Per account how many bins it has, the first, the last, and where in `bytes` they end. */
  readonly heads: Int32Array;
  readonly bytes: Uint8Array;
}

const HEAD_NUMBERS = 4;

/** Sums per bin: requests, failed, input tokens, output tokens. */
type BinSums = [number, number, number, number];

/**
 * Activities of accounts gathered run by run while rows pass, and merged account by account at the end, so
 * that no more than one account is ever unpacked.
 */
export class ActivityLog {
  private readonly runs: RunLog[] = [];
  private readonly totals = new Map<number, BinSums>();

  /**
   * Adds a run.
   * @param order rows by ascending account, within it by time.
   * @param accountOf id in the case of a row's account.
   */
  addRun(order: Uint32Array, accountOf: (row: number) => number, values: RowValues): void {
    const writer = new ActivityWriter();
    const accounts: number[] = [];
    const heads: number[] = [];
    for (let from = 0; from < order.length; ) {
      const account = accountOf(order[from]);
      let to = from + 1;
      while (to < order.length && accountOf(order[to]) === account) to++;
      const bins = writer.pack(order, from, to, values, this.addToTotal);
      if (bins) {
        accounts.push(account);
        heads.push(bins.count, bins.firstBin, bins.lastBin, bins.to);
      }
      from = to;
    }
    this.runs.push({
      accounts: Uint32Array.from(accounts),
      heads: Int32Array.from(heads),
      bytes: writer.take(),
    });
  }

  /** Activity of all accounts together. */
  total(): Uint8Array {
    const order = Int32Array.from(this.totals.keys()).sort();
    const sums = Array.from(order, (bin) => this.totals.get(bin) as BinSums);
    return packActivity({
      bin: order,
      requests: Uint32Array.from(sums, (sum) => sum[0]),
      failed: Uint32Array.from(sums, (sum) => sum[1]),
      inputTokens: Float64Array.from(sums, (sum) => sum[2]),
      outputTokens: Float64Array.from(sums, (sum) => sum[3]),
    });
  }

  /** Each account once, ascending, with its packed activity over all runs. */
  *merged(): Iterable<readonly [account: number, packed: Uint8Array]> {
    const next = new Uint32Array(this.runs.length);
    for (;;) {
      const account = leastAccount(this.runs, next);
      if (account === Number.POSITIVE_INFINITY) return;
      const parts: Part[] = [];
      for (let r = 0; r < this.runs.length; r++) {
        const run = this.runs[r];
        if (run.accounts[next[r]] === account) parts.push({ bins: binsAt(run, next[r]++), bytes: run.bytes });
      }
      yield [account, merge(parts)];
    }
  }

  private readonly addToTotal = (
    bin: number,
    requests: number,
    failed: number,
    input: number,
    output: number,
  ) => {
    const sum = this.totals.get(bin);
    if (!sum) this.totals.set(bin, [requests, failed, input, output]);
    else {
      sum[0] += requests;
      sum[1] += failed;
      sum[2] += input;
      sum[3] += output;
    }
  };
}

interface Part {
  readonly bins: PackedBins;
  readonly bytes: Uint8Array;
}

function binsAt({ heads }: RunLog, index: number): PackedBins {
  const at = index * HEAD_NUMBERS;
  return {
    count: heads[at],
    firstBin: heads[at + 1],
    lastBin: heads[at + 2],
    from: index === 0 ? 0 : heads[at - 1],
    to: heads[at + 3],
  };
}

/** Logs are mostly in order of time: then parts only have to be put one behind the other. */
function merge(parts: readonly Part[]): Uint8Array {
  const inOrder = parts.every(({ bins }, i) => i === 0 || parts[i - 1].bins.lastBin < bins.firstBin);
  if (inOrder) return joinPacked(parts);
  return packActivity(addActivities(parts.map((part) => unpackActivity(joinPacked([part])))));
}
