import {
  accountScore,
  analysisInfo,
  getOperator,
  listOperators,
  runAnalysis,
} from '../../../shared/contract/analysis.ts';
import { handle } from '../handle.ts';
import { runAnalysis as run } from './run-analysis.ts';
import { readAccount, readInfo, readOperator, readOperatorRows } from './store.ts';

export const handlers = [
  handle(runAnalysis, (context, parameters, job) => run(context.case, parameters, job)),
  handle(analysisInfo, ({ case: { db } }) => readInfo(db)),
  handle(listOperators, ({ case: { db } }) => readOperatorRows(db)),
  handle(getOperator, ({ case: { db } }, { id }) => readOperator(db, id)),
  handle(accountScore, ({ case: { db } }, { account }) => readAccount(db, account)),
];
