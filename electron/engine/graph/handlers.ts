import {
  graphAround,
  graphLink,
  graphOverview,
  graphPath,
  graphPicture,
  graphPlaces,
  graphSearch,
  placeNodes,
} from '../../../shared/contract/graph.ts';
import { matchingRequests } from '../filters/matching-requests.ts';
import { handle } from '../handle.ts';
import { readAround } from './around.ts';
import { findPath } from './find-path.ts';
import { matchingByOperator } from './matching-operators.ts';
import { readOverview } from './overview.ts';
import { readPicture } from './picture.ts';
import { placeNodes as place, readPlaces } from './places.ts';
import { search } from './search.ts';
import { readLink } from './stored-ties.ts';

export const handlers = [
  handle(graphOverview, async ({ case: open }, { limit, also, filter }, job) => {
    const left = filter && (await matchingRequests(open, filter, job));
    return readOverview(open.db, limit, also, left && matchingByOperator(open, left));
  }),
  handle(graphPicture, async ({ case: open }, { filter, ...asked }, job) =>
    readPicture(open.db, { ...asked, left: filter && (await matchingRequests(open, filter, job)) }),
  ),
  handle(graphAround, ({ case: { db } }, { node }) => readAround(db, node)),
  handle(graphPath, ({ case: { db } }, { from, to, ...counting }) => findPath(db, from, to, counting)),
  handle(graphLink, ({ case: { db } }, { a, b }) => readLink(db, a, b)),
  handle(graphSearch, ({ case: { db } }, { text, limit }) => search(db, text, limit)),
  handle(graphPlaces, ({ case: { db } }) => readPlaces(db)),
  handle(placeNodes, ({ case: open }, { places }) => {
    place(open, places);
    return null;
  }),
];
