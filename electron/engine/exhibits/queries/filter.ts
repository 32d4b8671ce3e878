import type { ExhibitCell } from '../../../../shared/contract/exhibits.ts';
import { allTotals } from '../../accounts/totals.ts';
import { answerFilter, isOfRequests, matchedAccounts } from '../../filters/answer.ts';
import { filterView } from '../../filters/view.ts';
import { defineQuery, figure } from '../query.ts';

/** What a filter leaves of all requests and accounts, and how that lies over the values of some fields. */
export const filter = defineQuery('filter', {
  version: 1,
  async run(open, { filter: asked, facets }, job) {
    const answer = await answerFilter(open, asked, job);
    const view = filterView(open, answer);
    const matched = matchedAccounts(answer);
    const listed = view.facets.filter(({ field }) => facets.includes(field));
    return {
      columns: ['what', 'value', 'requests', 'accounts'],
      rows: [
        ['matching', null, view.requests, view.accounts],
        ['all', null, view.allRequests, view.allAccounts],
        ['matching, without a valid time', null, view.untimed, null],
        ...listed.flatMap(({ field, entries, further }): ExhibitCell[][] => [
          ...entries.map(({ value, requests, accounts }) => [field, value, requests, accounts]),
          ...(further.values > 0
            ? [[`${field}: further values (${further.values})`, null, further.requests, null]]
            : []),
        ]),
      ],
      figures: [
        figure('matching requests', view.requests),
        figure('all requests', view.allRequests),
        figure('matching accounts', view.accounts),
        figure('all accounts', view.allAccounts),
      ],
      behind: {
        accounts: allTotals(open.db).flatMap(({ id }) => (matched.has(id) ? [id] : [])),
        range: asked.range,
        chips: asked.chips.filter(({ field }) => isOfRequests(field)),
      },
    };
  },
});
