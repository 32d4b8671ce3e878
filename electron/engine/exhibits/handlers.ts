import {
  exhibitPicture,
  orderExhibits,
  pinExhibit,
  previewExhibit,
  renameExhibit,
  rerunExhibit,
  unpinExhibit,
} from '../../../shared/contract/exhibits.ts';
import { handle } from '../handle.ts';
import { orderExhibits as order, renameExhibit as rename, unpinExhibit as unpin } from './arrange.ts';
import { pinExhibit as pin } from './pin.ts';
import { mustReadExhibit, readPicture } from './read.ts';
import { rerunExhibit as rerun } from './rerun.ts';
import { shownTable, workOut } from './work-out.ts';

export const handlers = [
  handle(previewExhibit, async ({ case: open }, question, job) => {
    const worked = await workOut(open, question, job);
    return { ...shownTable(worked), requests: worked.requests };
  }),
  handle(pinExhibit, ({ case: open }, toPin, job) => pin(open, toPin, job)),
  handle(unpinExhibit, ({ case: open }, { id }) => {
    unpin(open, id);
    return null;
  }),
  handle(renameExhibit, ({ case: open }, { id, title }) => {
    rename(open, id, title);
    return null;
  }),
  handle(orderExhibits, ({ case: open }, { finding, exhibits }) => {
    order(open, finding, exhibits);
    return null;
  }),
  handle(exhibitPicture, ({ case: { db } }, { id }) => readPicture(db, id)),
  handle(rerunExhibit, async ({ case: open }, { id }, job) => {
    const { rerun: found, worked } = await rerun(open, id, mustReadExhibit(open.db, id), job);
    return { ...found, now: worked && shownTable(worked) };
  }),
];
