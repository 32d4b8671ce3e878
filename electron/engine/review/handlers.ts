import { chooseReview as chooseCall, getReview as getCall } from '../../../shared/contract/review.ts';
import { handle } from '../handle.ts';
import { chooseReview } from './choose.ts';
import { getReview } from './read.ts';

export const handlers = [
  handle(getCall, ({ case: open }) => getReview(open)),
  handle(chooseCall, ({ case: open }, { findings }) => {
    chooseReview(open, findings);
    return null;
  }),
];
