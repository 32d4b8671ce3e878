import { type Filter, REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import { isFailedStatus } from '../../../shared/status.ts';
import type { AccountTotal } from '../accounts/totals.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import type { Job } from '../jobs/job.ts';
import type { AccountStretch } from '../requests/account-chunks.ts';
import { emptyActivity } from '../requests/activity-codec.ts';
import { answerFilter, type FilterAnswer, isOfRequests } from './answer.ts';
import { MET } from './failures.ts';
import { type RowMatch, rowMatcher } from './match-rows.ts';
import { type BinRange, visitorOf } from './visit-requests.ts';

const STATUS = REQUEST_FIELDS.indexOf('status');

/** @throws StillwatchError BAD_ARGS, CANCELLED */
export async function matchingRequests(open: Case, filter: Filter, job: Job): Promise<MatchingRequests> {
  return new MatchingRequests(await answerFilter(open, filter, job));
}

/**
 * What a filter leaves of single accounts, from the cells in memory: the requests that meet its time and its conditions
 * on model, endpoint, status and topic. Conditions on accounts are left to the caller, so that accounts that match can
 * be compared with others by the same requests.
 */
export class MatchingRequests {
  readonly answer: FilterAnswer;
  private readonly asksOfRequests: boolean;
  private readonly each: EachRequest;
  /** 1 for each combination whose status says that the request failed. */
  private readonly failed: Uint8Array;

  constructor(answer: FilterAnswer) {
    this.answer = answer;
    const { filter, range, data } = answer;
    this.asksOfRequests = range !== null || filter.chips.some(({ field }) => isOfRequests(field));
    this.each = this.inTime(range);
    const { combinations, valueNumbers, values } = data.index;
    this.failed = Uint8Array.from({ length: combinations }, (_, c) => {
      const status = values[STATUS].text(valueNumbers[c * REQUEST_FIELDS.length + STATUS]);
      return status !== null && isFailedStatus(status) ? 1 : 0;
    });
  }

  /** Whether the account meets the conditions on accounts, and has a request that meets the others. */
  matches(id: number): boolean {
    return this.meetsOfAccounts(id) && (!this.asksOfRequests || this.counts(id).requests > 0);
  }

  /** Whether the account meets the conditions on accounts. */
  meetsOfAccounts(id: number): boolean {
    const place = this.placeOf(id);
    return place !== undefined && this.answer.failures.ofAccount[place] === MET;
  }

  counts(id: number): { readonly requests: number; readonly failed: number } {
    let requests = 0;
    let failed = 0;
    this.each(id, (combination, own) => {
      requests += own;
      if (this.failed[combination] === 1) failed += own;
    });
    return { requests, failed };
  }

  /** By quarter hours, non-empty only and ascending; tokens are not counted. */
  activity(id: number): Activity {
    const place = this.placeOf(id);
    if (place === undefined) return emptyActivity();
    const { range, data } = this.answer;
    const { from, bin, combination, requests, bins, firstBin } = data.index;
    const own: [bin: number, requests: number, failed: number][] = [];
    for (let i = from[place]; i < from[place + 1] && bin[i] < bins; i++) {
      const c = combination[i];
      if (!this.isMet(c) || !isWithin(range, bin[i])) continue;
      let last = own.at(-1);
      if (last?.[0] !== firstBin + bin[i]) {
        last = [firstBin + bin[i], 0, 0];
        own.push(last);
      }
      last[1] += requests[i];
      if (this.failed[c] === 1) last[2] += requests[i];
    }
    return {
      ...emptyActivity(own.length),
      bin: Int32Array.from(own, ([at]) => at),
      requests: Uint32Array.from(own, ([, sum]) => sum),
      failed: Uint32Array.from(own, ([, , sum]) => sum),
    };
  }

  /**
   * Shows the requests of accounts in a range of time, whatever that of the filter, that meet the other conditions on
   * requests; a combination may come several times.
   */
  inTime(range: BinRange): EachRequest {
    const visit = visitorOf(this.answer.data.index, range);
    return (id, hear) => {
      const place = this.placeOf(id);
      if (place === undefined) return;
      visit(place, (combination, requests, from, to) => {
        for (let i = from; i < to; i++) if (this.isMet(combination[i])) hear(combination[i], requests[i]);
      });
    };
  }

  /** Tells the single requests of an account that meet the filter's time and conditions on requests. */
  rows(db: Database, id: number): (stretch: AccountStretch) => RowMatch {
    const { failures } = this.answer;
    const ofAccount = new Uint8Array(failures.ofAccount.length).fill(MET);
    return rowMatcher(db, { ...this.answer, failures: { ...failures, ofAccount } }, id);
  }

  /** All accounts that the filter counts, by ascending id. */
  accounts(): AccountTotal[] {
    return this.answer.data.accounts.totals.filter((_, place) => this.answer.matches(place));
  }

  private isMet(combination: number): boolean {
    return this.answer.failures.ofCombination[combination] === MET;
  }

  private placeOf(id: number): number | undefined {
    return this.answer.data.accounts.place(id);
  }
}

type EachRequest = (id: number, hear: (combination: number, requests: number) => void) => void;

function isWithin(range: BinRange, bin: number): boolean {
  return range === null || (bin >= range.from && bin < range.to) !== (range.negate ?? false);
}
