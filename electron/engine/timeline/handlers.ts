import {
  getActivity,
  getGrains,
  getProfile,
  getRequest,
  getRequests,
} from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { mustFindAccount } from '../accounts/totals.ts';
import { answerFilter } from '../filters/answer.ts';
import { rowMatcher } from '../filters/match-rows.ts';
import { matchingBins } from '../filters/over-time.ts';
import { handle } from '../handle.ts';
import { accountRequests } from './account-requests.ts';
import { readActivity } from './activity.ts';
import { grainShares } from './grains.ts';
import { profileOf } from './profile.ts';
import { requestFields } from './request-fields.ts';

export const handlers = [
  handle(getActivity, async ({ case: open }, { account, filter }, job) => {
    const id = account === null ? null : mustFindAccount(open.db, account);
    const left = filter && (await answerFilter(open, filter, job));
    const activity = readActivity(open.db, id);
    return { ...activity, matching: left ? matchingBins(left, id, activity.bin) : null };
  }),
  handle(getProfile, ({ case: { db, timeZone } }, { account, by }) =>
    profileOf(readActivity(db, account === null ? null : mustFindAccount(db, account)), zoneOf(timeZone), by),
  ),
  handle(getGrains, ({ case: { db } }, { account }) =>
    grainShares(db, account === null ? null : mustFindAccount(db, account)),
  ),
  handle(getRequests, async ({ case: open }, { account, fromUs, toUs, limit, filter, others }, job) => {
    const id = mustFindAccount(open.db, account);
    const matchIn = filter && rowMatcher(open.db, await answerFilter(open, filter, job), id);
    return accountRequests(open.db, id, fromUs, toUs, limit, matchIn, others);
  }),
  handle(getRequest, ({ case: { db } }, { reference }) => requestFields(db, reference)),
];
