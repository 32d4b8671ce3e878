import { BIN_US } from '../../../shared/contract/timeline.ts';
import type { EndState, RollUpSums, ValueRollUpSums } from './end-state.ts';
import type { LoggedRequest } from './request-log.ts';

/** Works out, while a log is written, what everybody must find in it. */
export class Tally {
  private readonly accounts = new Set<number>();
  private readonly accountBins = new Set<number>();
  private readonly bins = new Set<number>();
  /** Accounts and values, as one text each. */
  private readonly models = new Set<string>();
  private readonly topics = new Set<string>();
  private readonly statuses = new Set<string>();
  private readonly endpoints = new Set<string>();
  private rows = 0;
  private failed = 0;
  private inputTokens = 0;
  private outputTokens = 0;
  private textLength = 0;
  private firstUs = Number.POSITIVE_INFINITY;
  private lastUs = Number.NEGATIVE_INFINITY;

  add(request: LoggedRequest): void {
    const { account, timeUs, failed, inputTokens, outputTokens, textLength } = request;
    const bin = Math.floor(timeUs / BIN_US);
    this.rows++;
    this.accounts.add(account);
    this.bins.add(bin);
    // Bins number less than 2^22 until the year 2089.
    this.accountBins.add(account * 2 ** 22 + bin);
    this.models.add(`${account} ${request.model}`);
    this.topics.add(`${account} ${request.topic}`);
    this.statuses.add(`${account} ${request.status}`);
    this.endpoints.add(`${account} ${request.endpoint}`);
    if (failed) this.failed++;
    this.inputTokens += inputTokens;
    this.outputTokens += outputTokens;
    this.textLength += textLength;
    this.firstUs = Math.min(this.firstUs, timeUs);
    this.lastUs = Math.max(this.lastUs, timeUs);
  }

  endState(): EndState {
    const { rows, failed, inputTokens, outputTokens, textLength, firstUs, lastUs } = this;
    const over = (entries: Set<number>): RollUpSums => ({
      entries: entries.size,
      requests: rows,
      failed,
      inputTokens,
      outputTokens,
    });
    const byValue = (entries: Set<string>): ValueRollUpSums => ({
      entries: entries.size,
      requests: rows,
      inputTokens,
      outputTokens,
    });
    return {
      requests: { rows, accounts: this.accounts.size, inputTokens, textLength, firstUs, lastUs },
      accountTotal: over(this.accounts),
      accountActivity: over(this.accountBins),
      caseActivity: over(this.bins),
      accountModel: byValue(this.models),
      accountTopic: byValue(this.topics),
      accountStatus: byValue(this.statuses),
      accountEndpoint: byValue(this.endpoints),
    };
  }
}
