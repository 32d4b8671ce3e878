import { BIN_US } from '../../../../shared/time/bin.ts';
import { mustFindAccount } from '../../accounts/totals.ts';
import { readActivity } from '../../timeline/activity.ts';
import { defineQuery, figure } from '../query.ts';

const MEASURES = ['requests', 'failed requests', 'input tokens', 'output tokens'];

/** Quarter hours with a request that touch the range, oldest first: where each begins, and what it counts. */
export const activity = defineQuery('activity', {
  version: 1,
  run({ db }, { account, range }) {
    const id = account === null ? null : mustFindAccount(db, account);
    const { bin, requests, failed, inputTokens, outputTokens } = readActivity(db, id);
    // Quarter hours are whole: the requests behind them are those of all that the range touches.
    const first = range ? Math.floor(range.fromUs / BIN_US) : Number.NEGATIVE_INFINITY;
    const end = range ? Math.ceil(range.toUs / BIN_US) : Number.POSITIVE_INFINITY;
    const rows: number[][] = [];
    bin.forEach((number, i) => {
      if (number < first || number >= end) return;
      rows.push([number * BIN_US, requests[i], failed[i], inputTokens[i], outputTokens[i]]);
    });
    const sum = (column: number) => rows.reduce((all, row) => all + row[column], 0);
    return {
      columns: ['from (us since 1970 UTC)', ...MEASURES],
      rows,
      figures: [
        ...MEASURES.map((name, m) => figure(name, sum(m + 1))),
        figure('quarter hours with a request', rows.length),
      ],
      behind: {
        accounts: id === null ? null : [id],
        range: range && { fromUs: first * BIN_US, toUs: end * BIN_US },
        chips: [],
      },
    };
  },
});
