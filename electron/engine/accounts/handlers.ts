import { accountRows, getAccount, getBreakdown, orderAccounts } from '../../../shared/contract/accounts.ts';
import { getAccountRecords, listContext } from '../../../shared/contract/records.ts';
import { answerFilter, matchedAccounts } from '../filters/answer.ts';
import { handle } from '../handle.ts';
import { accountRecordsOf } from './account-page.ts';
import { breakdown } from './breakdown.ts';
import { orderAccounts as order } from './order.ts';
import { contextEvents, countEvents } from './records.ts';
import { accountRow, accountRows as rows } from './rows.ts';
import { mustFindAccount } from './totals.ts';

const MOST_EVENTS = 10_000;

export const handlers = [
  handle(orderAccounts, async ({ case: open }, { sort, descending, search, filter }, job) => {
    const left = filter && matchedAccounts(await answerFilter(open, filter, job));
    return order(open, sort, descending, search, left?.has);
  }),
  handle(accountRows, async ({ case: open }, { ids, filter }, job) => {
    const left = filter && matchedAccounts(await answerFilter(open, filter, job));
    return rows(open, ids, left?.requests);
  }),
  handle(getAccount, ({ case: open }, { account }) => accountRow(open, account)),
  handle(getAccountRecords, ({ case: { db } }, { account }) => accountRecordsOf(db, account)),
  handle(getBreakdown, ({ case: { db } }, { account, field, limit }) =>
    breakdown(db, account === null ? null : mustFindAccount(db, account), field, limit),
  ),
  handle(listContext, ({ case: { db } }) => ({
    events: contextEvents(db, MOST_EVENTS),
    total: countEvents(db),
  })),
];
