import {
  prepareTexts,
  requestsOfText,
  revealText,
  searchTexts,
  textOfRequest,
  textsState,
} from '../../../shared/contract/texts.ts';
import { handle } from '../handle.ts';
import { prepareTexts as prepare } from './prepare.ts';
import { textOfRequest as ofRequest, requestsOfText as requests } from './requests.ts';
import { revealText as reveal } from './reveal.ts';
import { searchTexts as search } from './search.ts';
import { textsState as state } from './state.ts';

export const handlers = [
  handle(textsState, ({ case: { db } }) => state(db)),
  handle(prepareTexts, ({ case: open }, _args, job) => prepare(open, job)),
  handle(searchTexts, ({ case: { db } }, { query, limit, offset }) => search(db, query, limit, offset)),
  handle(textOfRequest, ({ case: { db } }, { request }) => ofRequest(db, request)),
  handle(requestsOfText, ({ case: { db } }, { id, limit }) => requests(db, id, limit)),
  handle(revealText, ({ case: open }, what) => reveal(open, what)),
];
