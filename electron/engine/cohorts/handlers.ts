import {
  accountCohort,
  cohortMembers,
  getCohort,
  leaveOut,
  listCohorts,
  markReference,
  moveAccounts,
  setCohortRule,
} from '../../../shared/contract/cohorts.ts';
import { handle } from '../handle.ts';
import { changeRule, moveTo, setLeftOut, setReference } from './decide.ts';
import { readAccountCohort, readCohort, readCohorts, readMembers } from './stored-cohorts.ts';

export const handlers = [
  handle(listCohorts, ({ case: { db } }) => readCohorts(db)),
  handle(getCohort, ({ case: { db } }, { name }) => readCohort(db, name)),
  handle(cohortMembers, ({ case: { db } }, { name, offset, limit }) => readMembers(db, name, offset, limit)),
  handle(accountCohort, ({ case: { db } }, { account }) => readAccountCohort(db, account)),
  handle(setCohortRule, ({ case: open }, { rule }) => changeRule(open, rule)),
  handle(moveAccounts, ({ case: open }, { accounts, cohort }) => moveTo(open, accounts, cohort)),
  handle(leaveOut, ({ case: open }, { accounts, leftOut }) => setLeftOut(open, accounts, leftOut)),
  handle(markReference, ({ case: open }, { sha256, reference }) => setReference(open, sha256, reference)),
];
