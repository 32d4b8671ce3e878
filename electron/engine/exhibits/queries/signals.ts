import { mustFindAccount } from '../../accounts/totals.ts';
import { readAccount } from '../../analysis/results.ts';
import { allRequestsOf, defineQuery, figure } from '../query.ts';

/** The signals of an account that add the most bits, each with its place among the cohort. */
export const signals = defineQuery('signals', {
  version: 1,
  ofAnalysis: true,
  run({ db }, { account, most }) {
    const id = mustFindAccount(db, account);
    const { score } = readAccount(db, account);
    const shown = score.signals.slice(0, most);
    return {
      columns: ['what', 'value', 'n', 'percentile (0 to 100)', 'bits', 'cohort', 'detail'],
      rows: [
        ['score', score.score, null, null, null, null, score.likelihood],
        ...shown.map(({ id: signal, value, n, percentile, bits, cohort, detail }) => [
          signal,
          value,
          n,
          percentile,
          bits,
          cohort,
          detail,
        ]),
      ],
      figures: [
        figure('score', score.score),
        ...shown.flatMap(({ id: signal, value, percentile, bits }) => [
          figure(`${signal} value`, value),
          figure(`${signal} percentile`, percentile),
          figure(`${signal} bits`, bits),
        ]),
      ],
      behind: allRequestsOf([id]),
    };
  },
});
