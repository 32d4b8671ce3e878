import {
  changeFinding,
  createFinding,
  getFinding,
  giveVerdict,
  knownChecks,
  listFindings,
  removeFinding,
  rerunFindings,
  setFindingStatus,
} from '../../../shared/contract/findings.ts';
import { handle } from '../handle.ts';
import { changeFinding as change, createFinding as create, setFindingStatus as setStatus } from './change.ts';
import { knownChecks as known } from './known-checks.ts';
import { getFinding as get, listFindings as list } from './read.ts';
import { removeFinding as remove } from './remove.ts';
import { rerunFindings as rerun } from './rerun-all.ts';
import { giveVerdict as give } from './verdict.ts';

export const handlers = [
  handle(listFindings, ({ case: open }) => list(open)),
  handle(getFinding, ({ case: open }, { id }) => get(open, id)),
  handle(createFinding, ({ case: open }, fields) => get(open, create(open, fields))),
  handle(changeFinding, ({ case: open }, { id, fields }) => {
    change(open, id, fields);
    return get(open, id);
  }),
  handle(setFindingStatus, ({ case: open }, { id, status }) => {
    setStatus(open, id, status);
    return get(open, id);
  }),
  handle(removeFinding, ({ case: open }, { id }) => {
    remove(open, id);
    return null;
  }),
  handle(giveVerdict, ({ case: open }, { id, verdict, reason }) => {
    give(open, id, verdict, reason);
    return get(open, id);
  }),
  handle(rerunFindings, ({ case: open }, wanted, job) => rerun(open, wanted, job)),
  handle(knownChecks, ({ case: open }) => known(open)),
];
