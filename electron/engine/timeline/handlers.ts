import {
  getActivity,
  getGrains,
  getProfile,
  getRequest,
  getRequests,
} from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { mustFindAccount } from '../accounts/totals.ts';
import { handle } from '../handle.ts';
import { accountRequests } from './account-requests.ts';
import { readActivity } from './activity.ts';
import { grainShares } from './grains.ts';
import { profileOf } from './profile.ts';
import { requestFields } from './request-fields.ts';

export const handlers = [
  handle(getActivity, ({ case: { db } }, { account }) =>
    readActivity(db, account === null ? null : mustFindAccount(db, account)),
  ),
  handle(getProfile, ({ case: { db, timeZone } }, { account, by }) =>
    profileOf(readActivity(db, account === null ? null : mustFindAccount(db, account)), zoneOf(timeZone), by),
  ),
  handle(getGrains, ({ case: { db } }, { account }) =>
    grainShares(db, account === null ? null : mustFindAccount(db, account)),
  ),
  handle(getRequests, ({ case: { db } }, { account, fromUs, toUs, limit }) =>
    accountRequests(db, mustFindAccount(db, account), fromUs, toUs, limit),
  ),
  handle(getRequest, ({ case: { db } }, { reference }) => requestFields(db, reference)),
];
