import {
  accountScore,
  analysisInfo,
  listOperators,
  runAnalysis,
  scoredAccounts,
} from '../../../shared/contract/analysis.ts';
import { handle } from '../handle.ts';
import { runAnalysis as run } from './run-analysis.ts';
import { readAccount, readAccounts, readInfo, readOperators } from './store.ts';

export const handlers = [
  handle(runAnalysis, (context, parameters, job) => run(context.case, parameters, job)),
  handle(analysisInfo, ({ case: { db } }) => readInfo(db)),
  handle(scoredAccounts, ({ case: { db } }, { offset, limit }) => readAccounts(db, offset, limit)),
  handle(listOperators, ({ case: { db } }) => readOperators(db)),
  handle(accountScore, ({ case: { db } }, { account }) => readAccount(db, account)),
];
