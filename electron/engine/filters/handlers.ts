import { suggestValues, viewFilter } from '../../../shared/contract/filters.ts';
import { handle } from '../handle.ts';
import { answerFilter } from './answer.ts';
import { CaseFilters } from './case-filters.ts';
import { suggest } from './suggest.ts';
import { filterView } from './view.ts';

export const handlers = [
  handle(viewFilter, async ({ case: open }, { filter }, job) =>
    filterView(open, await answerFilter(open, filter, job)),
  ),
  handle(suggestValues, async ({ case: open }, { field, part, limit }, job) =>
    suggest(open, await CaseFilters.of(open).data(job), field, part, limit),
  ),
];
