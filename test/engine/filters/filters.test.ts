import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderAccounts } from '../../../electron/engine/accounts/order.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { answerFilter, matchedAccounts } from '../../../electron/engine/filters/answer.ts';
import { filterView } from '../../../electron/engine/filters/view.ts';
import { removeSource } from '../../../electron/engine/import/remove-source.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import { type Facet, type Filter, NO_FILTER } from '../../../shared/contract/filters.ts';
import { BIN_US } from '../../../shared/time/bin.ts';
import { newCase } from '../support.ts';
import { importRows, introduce, PEOPLE } from './population.ts';
import { ACCOUNTS, filters, meets, type Row, rows, valuesOf } from './reference.ts';

const FACETS: readonly Facet['field'][] = [
  'model',
  'endpoint',
  'status',
  'topic',
  'operator',
  'organisation',
  'plan',
  'tag',
];

const without = (filter: Filter, left: (place: number) => boolean): Filter => ({
  ...filter,
  chips: filter.chips.filter((_, place) => !left(place)),
});

/** What the rows say, by looking at each. */
function expected(all: readonly Row[], filter: Filter) {
  const of = (condition: Filter) => all.filter((row) => meets(row, PEOPLE, condition));
  const left = of(filter);
  const asksOfRequests =
    filter.range !== null ||
    filter.chips.some(({ field }) => ['model', 'endpoint', 'status', 'topic'].includes(field));
  const idle = ACCOUNTS.filter((account) => !all.some((row) => row.account === account)).filter(
    (account) => !asksOfRequests && meets({ account, us: 0 } as Row, PEOPLE, { ...filter, range: null }),
  );
  const facets = FACETS.map((field) => {
    const counts = new Map<string | null, { requests: number; accounts: Set<string> }>();
    for (const row of of(without(filter, (place) => filter.chips[place].field === field))) {
      for (const value of valuesOf(row, PEOPLE, field)) {
        const entry = counts.get(value) ?? { requests: 0, accounts: new Set() };
        entry.requests++;
        entry.accounts.add(row.account);
        counts.set(value, entry);
      }
    }
    const entries = [...counts].map(([value, { requests, accounts }]) => ({
      value,
      requests,
      accounts: accounts.size,
    }));
    entries.sort((a, b) => b.requests - a.requests || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
    return { field, entries, further: { values: 0, requests: 0 } };
  });
  const emptied: (number | 'range')[] =
    left.length > 0
      ? []
      : filter.chips.flatMap((_, place) =>
          of(without(filter, (other) => other === place)).length > 0 ? [place] : [],
        );
  if (left.length === 0 && filter.range && of({ ...filter, range: null }).length > 0) emptied.push('range');
  return {
    requests: left.length,
    allRequests: all.length,
    accounts: [...new Set([...left.map(({ account }) => account), ...idle])].sort(),
    untimed: left.filter(({ us }) => us === null).length,
    facets,
    emptied,
  };
}

async function check(open: Case, all: readonly Row[], filter: Filter): Promise<void> {
  const answer = await answerFilter(open, filter, unwatched);
  const { activity, allAccounts, ...view } = filterView(open, answer);
  const { accounts, ...rest } = expected(all, filter);
  expect(view).toEqual({ ...rest, accounts: accounts.length });
  expect(allAccounts).toBe(ACCOUNTS.length);

  const timed = all.filter(({ us }) => us !== null);
  const binOf = (row: Row) => Math.floor((row.us as number) / BIN_US) - activity.firstBin;
  const matching = new Float64Array(activity.matching.length);
  for (const row of timed) if (meets(row, PEOPLE, { ...filter, range: null })) matching[binOf(row)]++;
  expect([activity.stepBins, activity.matching]).toEqual([1, matching]);
  expect(activity.all.reduce((sum, requests) => sum + requests, 0)).toBe(timed.length);

  const left = matchedAccounts(answer);
  const { ids, total } = orderAccounts(open, 'account', false, '', left.has);
  const nameOf = open.db.prepare('SELECT external_id FROM account WHERE id = ?').pluck();
  expect([...ids].map((id) => nameOf.get(id))).toEqual(accounts);
  expect(total).toBe(ACCOUNTS.length);
  for (const id of ids) {
    const own = all.filter(({ account }) => account === nameOf.get(id));
    expect(left.requests(id)).toBe(own.filter((row) => meets(row, PEOPLE, filter)).length);
  }
}

test('every count is what looking at each row gives, over several sources and after one is taken back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rows, { minLength: 1, maxLength: 3 }),
      fc.array(filters, { minLength: 20, maxLength: 20 }),
      async (sources, asked) => {
        const open = await newCase();
        await introduce(open);
        for (const source of sources) await importRows(open, source);
        for (const filter of [NO_FILTER, ...asked]) await check(open, sources.flat(), filter);
        const first = open.db
          .prepare(
            "SELECT sha256 FROM source WHERE kind = 'requests' AND stored > 0 ORDER BY id DESC LIMIT 1",
          )
          .pluck()
          .get() as string | undefined;
        if (first !== undefined) {
          const last = sources.findLastIndex((source) => source.length > 0);
          await removeSource(open, first, unwatched);
          const rest = sources.filter((_, i) => i !== last).flat();
          for (const filter of [NO_FILTER, ...asked.slice(0, 10)]) await check(open, rest, filter);
        }
        await open.close();
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
}, 120_000);
