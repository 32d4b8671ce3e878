import { countable } from '../requests/activity-writer.ts';

/** What one row adds. */
export interface RowCounts {
  /** How many requests the row stands for. */
  readonly requests: number;
  /** The last instant it counts. */
  readonly untilUs: number;
  /** The largest token count to believe. */
  readonly mostTokens: number;
}

/** Running totals per account of one import; index = the account's number in the import. */
export class AccountTotals {
  rows = new Float64Array(1024);
  requests = new Float64Array(1024);
  failed = new Float64Array(1024);
  withoutTime = new Float64Array(1024);
  inputTokens = new Float64Array(1024);
  outputTokens = new Float64Array(1024);
  firstUs = new Float64Array(1024).fill(Number.NaN);
  lastUs = new Float64Array(1024).fill(Number.NaN);

  /** @param counts for a row that is not simply one request. */
  add(
    account: number,
    timeUs: number,
    failed: number,
    inputTokens: number,
    outputTokens: number,
    counts?: RowCounts,
  ): void {
    while (account >= this.requests.length) this.grow();
    this.rows[account]++;
    this.requests[account] += counts ? counts.requests : 1;
    this.failed[account] += failed;
    this.inputTokens[account] += countable(inputTokens, counts?.mostTokens);
    this.outputTokens[account] += countable(outputTokens, counts?.mostTokens);
    if (Number.isNaN(timeUs)) this.withoutTime[account]++;
    else {
      if (!(timeUs >= this.firstUs[account])) this.firstUs[account] = timeUs;
      const untilUs = counts ? counts.untilUs : timeUs;
      if (!(untilUs <= this.lastUs[account])) this.lastUs[account] = untilUs;
    }
  }

  private grow(): void {
    const larger = (values: Float64Array, fill = 0) => {
      const copy = new Float64Array(values.length * 2).fill(fill);
      copy.set(values);
      return copy;
    };
    this.rows = larger(this.rows);
    this.requests = larger(this.requests);
    this.failed = larger(this.failed);
    this.withoutTime = larger(this.withoutTime);
    this.inputTokens = larger(this.inputTokens);
    this.outputTokens = larger(this.outputTokens);
    this.firstUs = larger(this.firstUs, Number.NaN);
    this.lastUs = larger(this.lastUs, Number.NaN);
  }
}
