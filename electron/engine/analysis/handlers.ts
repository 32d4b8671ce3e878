import {
  accountScore,
  analysisInfo,
  getOperator,
  getTemplate,
  listOperators,
  listTemplates,
  operatorAccounts,
  operatorRows,
  orderOperators,
  revealTemplate,
  runAnalysis,
} from '../../../shared/contract/analysis.ts';
import { handle } from '../handle.ts';
import { accountsOfOperators } from './accounts-of-operators.ts';
import { orderOperators as order } from './operator-order.ts';
import { readAccount, readListedOperators, readOperator, readOperatorRows } from './results.ts';
import { revealTemplate as reveal } from './reveal-template.ts';
import { runAnalysis as run } from './run-analysis.ts';
import { readInfo } from './store.ts';
import { readTemplate, readTemplates } from './stored-templates.ts';

export const handlers = [
  handle(runAnalysis, (context, parameters, job) => run(context.case, parameters, job)),
  handle(analysisInfo, ({ case: { db } }) => readInfo(db)),
  handle(listOperators, ({ case: { db } }) => readOperatorRows(db)),
  handle(orderOperators, ({ case: open }, { sort, descending }) => order(open, sort, descending)),
  handle(operatorRows, ({ case: { db } }, { ids }) => readListedOperators(db, ids)),
  handle(operatorAccounts, ({ case: { db } }, { ids }) => accountsOfOperators(db, ids)),
  handle(getOperator, ({ case: { db } }, { id }) => readOperator(db, id)),
  handle(accountScore, ({ case: { db } }, { account }) => readAccount(db, account)),
  handle(listTemplates, ({ case: { db } }, { offset, limit, of }) => readTemplates(db, offset, limit, of)),
  handle(getTemplate, ({ case: { db } }, { id }) => {
    const { template, accounts } = readTemplate(db, id);
    return { template, accounts };
  }),
  handle(revealTemplate, ({ case: open }, { id }) => reveal(open, id)),
];
