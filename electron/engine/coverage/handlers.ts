import {
  accountContent,
  coverageCell,
  coverageGrowth,
  coverageMatrix,
  coveragePartition,
  coverageRarefaction,
} from '../../../shared/contract/coverage.ts';
import { handle } from '../handle.ts';
import { readContent } from './account-content.ts';
import { cellRequests } from './cell-requests.ts';
import { readGrowth } from './growth.ts';
import { readMatrix } from './matrix.ts';
import { readPartition } from './partition.ts';
import { readRarefaction } from './rarefaction.ts';

export const handlers = [
  handle(coverageMatrix, ({ case: { db } }, { of }, job) => readMatrix(db, of, job)),
  handle(coverageCell, ({ case: { db } }, { account, topic }) => cellRequests(db, account, topic)),
  handle(coveragePartition, ({ case: { db } }, { of }, job) => readPartition(db, of, job)),
  handle(coverageRarefaction, ({ case: { db } }, { of }, job) => readRarefaction(db, of, job)),
  handle(coverageGrowth, ({ case: { db } }, { of, by }, job) => readGrowth(db, of, by, job)),
  handle(accountContent, ({ case: { db } }, { account }, job) => readContent(db, account, job)),
];
