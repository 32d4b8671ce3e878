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
import { handle } from '../handle.ts';
import { readAround } from './around.ts';
import { findPath } from './find-path.ts';
import { readOverview } from './overview.ts';
import { readPicture } from './picture.ts';
import { placeNodes as place, readPlaces } from './places.ts';
import { search } from './search.ts';
import { readLink } from './stored-ties.ts';

export const handlers = [
  handle(graphOverview, ({ case: { db } }, { limit, also }) => readOverview(db, limit, also)),
  handle(graphPicture, ({ case: { db } }, asked) => readPicture(db, asked)),
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
