import { getBands, getSessions, getTemplateBands, getTemplateUse } from '../../../shared/contract/bands.ts';
import { NO_FILTER } from '../../../shared/contract/filters.ts';
import { mustFindAccount } from '../accounts/totals.ts';
import { answerFilter } from '../filters/answer.ts';
import { handle } from '../handle.ts';
import { countBands } from './count-bands.ts';
import { countTemplateBands } from './count-template-bands.ts';
import { sessionSpans } from './session-spans.ts';
import { countSessions } from './sessions.ts';
import { templateUse } from './template-use.ts';

export const handlers = [
  handle(getBands, async ({ case: open }, { account, field, edges, filter }, job) => {
    const id = mustFindAccount(open.db, account);
    return countBands(await answerFilter(open, filter ?? NO_FILTER, job), id, field, edges);
  }),
  handle(getTemplateBands, ({ case: open }, { account, edges, filter }, job) =>
    countTemplateBands(open, mustFindAccount(open.db, account), edges, filter ?? NO_FILTER, job),
  ),
  handle(getTemplateUse, ({ case: { db } }, { id, edges }, job) => templateUse(db, id, edges, job)),
  handle(getSessions, ({ case: { db } }, { account, edges }) =>
    countSessions(sessionSpans(db, mustFindAccount(db, account)), edges),
  ),
];
