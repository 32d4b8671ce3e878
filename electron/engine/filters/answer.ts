import {
  CHIP_FIELDS,
  type ChipField,
  type Filter,
  REQUEST_FIELDS,
  type RequestChipField,
} from '../../../shared/contract/filters.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';
import type { Case } from '../case/case.ts';
import type { Job } from '../jobs/job.ts';
import type { AccountSet } from './account-sets.ts';
import { CaseFilters } from './case-filters.ts';
import { type Counts, count } from './count.ts';
import { amongExamined, type Examined } from './examined.ts';
import { type Failures, findFailures, MET } from './failures.ts';
import type { FilterData } from './filter-data.ts';
import { overSteps } from './step-table.ts';
import type { BinRange } from './visit-requests.ts';

/** What a filter leaves of a case. */
export interface FilterAnswer {
  readonly data: FilterData;
  readonly filter: Filter;
  readonly range: BinRange;
  /** By chip: the accounts that have one of its values; undefined for a chip on requests. */
  readonly accountSets: readonly (AccountSet | undefined)[];
  /** Grouped by field: 1 + its place in CHIP_FIELDS; of every account, those of the benign reference too. */
  readonly failures: Failures;
  /** The accounts that everything else here is of; any other fails all conditions in `casewide`. */
  readonly examined: Examined;
  readonly casewide: Failures;
  readonly counts: Counts;
  /** Whether the account at this place has a request that matches, or is meant though it has no requests at all. */
  matches(place: number): boolean;
  /** Requests that match but for the range, in steps of so many quarter hours from the first of the index on. */
  overTime(stepBins: number): Float64Array;
}

/** The group of conditions of a field, from 1. */
export const groupOf = (field: ChipField) => 1 + CHIP_FIELDS.indexOf(field);

export function isOfRequests(field: ChipField): field is RequestChipField {
  return (REQUEST_FIELDS as readonly ChipField[]).includes(field);
}

/** Answers a filter; the last few are kept, because several views ask for the same. @throws StillwatchError BAD_ARGS, CANCELLED */
export async function answerFilter(open: Case, filter: Filter, job: Job): Promise<FilterAnswer> {
  const own = CaseFilters.of(open);
  const data = await own.data(job);
  // What is found is kept under the state it began from: one that changes meanwhile is never taken for the next.
  const version = own.version();
  const key = JSON.stringify([version, filter.range, filter.chips]);
  const known = own.answers.get(key);
  if (known) return known;
  const answer = await work(own, data, version, filter, job);
  own.answers.put(key, answer);
  return answer;
}

async function work(
  own: CaseFilters,
  data: FilterData,
  version: string,
  filter: Filter,
  job: Job,
): Promise<FilterAnswer> {
  const { index } = data;
  const accountSets: (AccountSet | undefined)[] = [];
  for (const chip of filter.chips) {
    accountSets.push(isOfRequests(chip.field) ? undefined : await own.accountsWith(data, chip, job));
  }
  const failures = findFailures(index, filter.chips, accountSets, (place) =>
    groupOf(filter.chips[place].field),
  );
  const range = filter.range && {
    from: filter.range.fromUs / BIN_US - index.firstBin,
    to: filter.range.toUs / BIN_US - index.firstBin,
    negate: filter.range.negate,
  };
  const examined = data.examined();
  const casewide = amongExamined(failures, examined);
  let counted: Counts | undefined;
  const countOnce = () => {
    counted ??= count(index, casewide, range);
    return counted;
  };
  const asksOfRequests = range !== null || filter.chips.some(({ field }) => isOfRequests(field));
  const isIdle = (place: number) => index.from[place] === index.from[place + 1];
  return {
    data,
    filter,
    range,
    accountSets,
    failures,
    examined,
    casewide,
    // What only asks for activity need not wait for it.
    get counts() {
      return countOnce();
    },
    matches: (place) =>
      casewide.ofAccount[place] === MET &&
      (countOnce().ofAccount[place] > 0 || (!asksOfRequests && isIdle(place))),
    // A brush that is moved changes nothing of it.
    overTime: (stepBins) =>
      own.activities.obtain(JSON.stringify([version, stepBins, filter.chips]), () =>
        overSteps(index, examined.steps(stepBins), casewide, examined.set),
      ),
  };
}

/** What a filter leaves of accounts, by their ids in the case. */
export interface MatchedAccounts {
  has(id: number): boolean;
  requests(id: number): number;
}

export function matchedAccounts(answer: FilterAnswer): MatchedAccounts {
  const { data, counts, casewide } = answer;
  const place = (id: number) => data.accounts.place(id);
  return {
    has(id) {
      const at = place(id);
      return at !== undefined && answer.matches(at);
    },
    requests(id) {
      const at = place(id);
      return at !== undefined && casewide.ofAccount[at] === MET ? counts.ofAccount[at] : 0;
    },
  };
}
