import { NO_FILTER } from '../../../shared/contract/filters.ts';
import {
  laneActivity,
  laneArrivals,
  laneOrder,
  laneSuccessions,
  lanesTogether,
  laneTests,
  openLanes,
  readSide,
} from '../../../shared/contract/lanes.ts';
import { matchingRequests } from '../filters/matching-requests.ts';
import { handle } from '../handle.ts';
import { readArrivals } from './arrivals.ts';
import { readLaneActivity } from './lane-activity.ts';
import { openLanes as open } from './lane-set.ts';
import { readSide as side } from './side.ts';
import { similarOrder } from './similar-order.ts';
import { readSuccessions } from './successions.ts';
import { runLaneTests } from './tests.ts';
import { readTogether } from './together.ts';

export const handlers = [
  handle(openLanes, async ({ case: one }, { of, filter, outside }, job) =>
    open(
      one.db,
      'filter' in of ? await matchingRequests(one, of.filter, job) : of,
      filter && (await matchingRequests(one, filter, job)),
      outside,
    ),
  ),
  handle(laneActivity, async ({ case: one }, { accounts, filter }, job) =>
    readLaneActivity(one.db, accounts, filter && (await matchingRequests(one, filter, job))),
  ),
  handle(lanesTogether, async ({ case: one }, { accounts, filter }, job) =>
    readTogether(one.db, accounts, filter && (await matchingRequests(one, filter, job)), job),
  ),
  handle(laneTests, ({ case: { db } }, { accounts }, job) => runLaneTests(db, accounts, job)),
  handle(laneSuccessions, ({ case: { db } }, { accounts }, job) => readSuccessions(db, accounts, job)),
  handle(laneOrder, async ({ case: { db } }, { accounts }, job) => ({
    order: await similarOrder(db, accounts, job),
  })),
  handle(readSide, async ({ case: one }, { side: { of, range }, filter }, job) =>
    side(
      one.db,
      'filter' in of ? await matchingRequests(one, of.filter, job) : of,
      range,
      await matchingRequests(one, filter ?? NO_FILTER, job),
    ),
  ),
  handle(laneArrivals, async ({ case: one }, { accounts, filter }, job) =>
    readArrivals(one.db, accounts, filter && (await matchingRequests(one, filter, job))),
  ),
];
