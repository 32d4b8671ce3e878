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
  handle(openLanes, ({ case: { db } }, { of }) => open(db, of)),
  handle(laneActivity, ({ case: { db } }, { accounts }) => readLaneActivity(db, accounts)),
  handle(lanesTogether, ({ case: { db } }, { accounts }) => readTogether(db, accounts)),
  handle(laneTests, ({ case: { db } }, { accounts }) => runLaneTests(db, accounts)),
  handle(laneSuccessions, ({ case: { db } }, { accounts }) => readSuccessions(db, accounts)),
  handle(laneOrder, ({ case: { db } }, { accounts }) => ({ order: similarOrder(db, accounts) })),
  handle(readSide, ({ case: { db } }, { side: asked }) => side(db, asked)),
  handle(laneArrivals, ({ case: { db } }, { accounts }) => readArrivals(db, accounts)),
];
