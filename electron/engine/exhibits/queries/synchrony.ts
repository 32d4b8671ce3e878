import { StillwatchError } from '../../../../shared/contract/errors.ts';
import type { ExhibitCell } from '../../../../shared/contract/exhibits.ts';
import { mustFindAccount } from '../../accounts/totals.ts';
import { runLaneTests } from '../../lanes/tests.ts';
import { allRequestsOf, defineQuery, figure } from '../query.ts';

/** Whether accounts rise and fall together, and share their load evenly, beyond chance: the tests of S14 and S15. */
export const synchrony = defineQuery('synchrony', {
  version: 1,
  // As in the lanes' tests.
  seed: 1,
  async run({ db }, args, job) {
    const accounts = [...new Set(args.accounts)].sort();
    const ids = accounts.map((account) => mustFindAccount(db, account));
    const tests = await runLaneTests(db, accounts, job);
    if (!tests)
      throw new StillwatchError('NOT_FOUND', 'None of these accounts has a request with a valid time.');
    const { synchrony: together, load, testedDays } = tests;
    const figures = [
      figure('mean correlation', together?.meanCorrelation ?? null),
      figure('p of the correlation', together?.p ?? null),
      figure('accounts compared', together?.accounts ?? null),
      figure('other accounts beside them', together?.reference ?? null),
      figure('variance over mean of the load', load?.varianceToMean ?? null),
      figure('p of the load', load?.p ?? null),
      figure('hours of load', load?.hours ?? null),
    ];
    return {
      columns: ['what', 'words', 'number'],
      rows: [
        ...figures.map(({ name, value }): ExhibitCell[] => [name, null, value]),
        ['accounts', null, accounts.length],
        ['rhythm taken out', together?.rhythm ?? null, null],
        ['last days tested', testedDays === null ? 'all' : null, testedDays],
      ],
      figures,
      behind: allRequestsOf(ids),
    };
  },
});
