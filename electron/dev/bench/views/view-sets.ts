import { type AccountSort, accountRows, orderAccounts } from '../../../../shared/contract/accounts.ts';
import { type Chip, type Filter, NO_FILTER, viewFilter } from '../../../../shared/contract/filters.ts';
import { getActivity } from '../../../../shared/contract/timeline.ts';
import { BIN_US } from '../../../../shared/time/bin.ts';
import { accountActivitySql, caseActivitySql, pageSql, viewSql } from './duck-sql.ts';

/** What the parameters of the sets are drawn from. */
export interface CaseFacts {
  /** Outside ids, in order of the case. */
  readonly accounts: readonly string[];
  readonly firstBin: number;
  readonly bins: number;
}

/** One call of the engine and its arguments. */
export interface Step {
  readonly call: { readonly name: string };
  readonly args: unknown;
}

/** What a change of the view asks of either side. */
export interface Change {
  readonly steps: readonly Step[];
  /** The same aggregates; each statement takes the place of nothing else. */
  readonly sql: readonly string[];
}

export interface ViewSet {
  readonly name: string;
  /** The i-th variation. */
  change(facts: CaseFacts, i: number): Change;
}

const MODELS = ['m-9', 'm-9-mini', 'm-8', 'embed-3'];
const STATUSES = ['200', '429', '500', '400'];
const SORTS: readonly AccountSort[] = [
  'requests',
  'firstUs',
  'lastUs',
  'inputTokens',
  'outputTokens',
  'failed',
];
const PAGE = 50;

const is = (field: Chip['field'], values: readonly string[], negate = false): Chip => ({
  field,
  values: [...values],
  negate,
});
const only = (...chips: Chip[]): Filter => ({ range: null, chips });
const topic = (i: number) => `topic ${(i * 7) % 60}`;

/** From a sixtieth to two thirds of the case's time, at changing places and on no even hours. */
function brush({ firstBin, bins }: CaseFacts, i: number): NonNullable<Filter['range']> {
  const length = Math.max(1, Math.floor((bins * (1 + ((i * 11) % 40))) / 60));
  const from = Math.floor(((bins - length) * ((i * 17) % 30)) / 29);
  return { fromUs: (firstBin + from) * BIN_US, toUs: (firstBin + from + length) * BIN_US, negate: false };
}

const filtered = (name: string, filterOf: (facts: CaseFacts, i: number) => Filter): ViewSet => ({
  name,
  change(facts, i) {
    const filter = filterOf(facts, i);
    return { steps: [{ call: viewFilter, args: { filter } }], sql: viewSql(filter, facts) };
  },
});

/** The queries behind the changes of a view. */
export const VIEW_SETS: readonly ViewSet[] = [
  filtered('no filter', () => NO_FILTER),
  filtered('time brush moved', (facts, i) => ({ range: brush(facts, i), chips: [] })),
  filtered('model', (_, i) => only(is('model', [MODELS[i % 4]]))),
  filtered('topic', (_, i) => only(is('topic', [topic(i), topic(i + 1)]))),
  filtered('status, negated', (_, i) => only(is('status', [STATUSES[i % 4]], true))),
  filtered('model and time', (facts, i) => ({
    range: brush(facts, i),
    chips: [is('model', [MODELS[i % 4]])],
  })),
  filtered('topic and time', (facts, i) => ({ range: brush(facts, i), chips: [is('topic', [topic(i)])] })),
  filtered('40 accounts', ({ accounts }, i) =>
    only(
      is(
        'account',
        Array.from({ length: 40 }, (_, k) => accounts[(i * 131 + k * 577) % accounts.length]),
      ),
    ),
  ),
  filtered('operator', (_, i) => only(is('operator', [`O-${(i % 50) + 1}`]))),
  filtered('organisation', (_, i) => only(is('organisation', [`org_${1 + i * 3}`]))),
  filtered('plan, model and time', (facts, i) => ({
    range: brush(facts, i),
    chips: [is('plan', ['free'], i % 2 === 1), is('model', [MODELS[i % 4]])],
  })),
  {
    name: 'triage page, all',
    change: (facts, i) => page(facts, i, NO_FILTER),
  },
  {
    name: 'triage page, model and time',
    change: (facts, i) => page(facts, i, { range: brush(facts, i), chips: [is('model', [MODELS[i % 4]])] }),
  },
  {
    name: 'timeline of an account',
    change: ({ accounts }, i) => {
      const account = accounts[(i * 389) % accounts.length];
      const filter = only(is('model', [MODELS[i % 4]]));
      return {
        steps: [{ call: getActivity, args: { account, filter } }],
        sql: [accountActivitySql(account, filter)],
      };
    },
  },
  {
    name: 'timeline of the case',
    change: (_, i) => {
      const filter = only(is('model', [MODELS[i % 4]]), is('topic', [topic(i)], true));
      return {
        steps: [{ call: getActivity, args: { account: null, filter } }],
        sql: [caseActivitySql(filter)],
      };
    },
  },
];

function page(facts: CaseFacts, i: number, filter: Filter): Change {
  const sort = SORTS[i % SORTS.length];
  const descending = i % 4 < 3;
  return {
    steps: [
      { call: orderAccounts, args: { sort, descending, search: '', filter } },
      // The ids are those that the order gave: see run-change.ts.
      { call: accountRows, args: { ids: 'of the order', first: (i % 20) * PAGE, count: PAGE, filter } },
    ],
    sql: pageSql(filter, facts, sort, descending, (i % 20) * PAGE, PAGE),
  };
}
