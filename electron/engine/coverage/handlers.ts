import {
  accountContent,
  type CoverageOf,
  coverageCell,
  coverageGrowth,
  coverageMatrix,
  coveragePartition,
  coverageRarefaction,
} from '../../../shared/contract/coverage.ts';
import type { Filter } from '../../../shared/contract/filters.ts';
import type { Case } from '../case/case.ts';
import { matchingRequests } from '../filters/matching-requests.ts';
import { handle } from '../handle.ts';
import type { Job } from '../jobs/job.ts';
import { readContent } from './account-content.ts';
import { cellRequests } from './cell-requests.ts';
import type { AskedCoverage } from './chosen-accounts.ts';
import { readGrowth } from './growth.ts';
import { readMatrix } from './matrix.ts';
import { readPartition } from './partition.ts';
import { readRarefaction } from './rarefaction.ts';

export const handlers = [
  handle(coverageMatrix, async ({ case: open }, args, job) =>
    readMatrix(open.db, await asked(open, args, job), job),
  ),
  handle(coverageCell, async ({ case: open }, { account, topic, filter }, job) =>
    cellRequests(open.db, account, topic, filter && (await matchingRequests(open, filter, job))),
  ),
  handle(coveragePartition, async ({ case: open }, args, job) =>
    readPartition(open.db, await asked(open, args, job), job),
  ),
  handle(coverageRarefaction, async ({ case: open }, args, job) =>
    readRarefaction(open.db, await asked(open, args, job), job),
  ),
  handle(coverageGrowth, async ({ case: open }, { by, ...args }, job) =>
    readGrowth(open.db, await asked(open, args, job), by, job),
  ),
  handle(accountContent, async ({ case: open }, { account, filter }, job) =>
    readContent(open.db, account, job, filter && (await matchingRequests(open, filter, job))),
  ),
];

async function asked(
  open: Case,
  {
    of,
    filter,
    outside,
  }: {
    readonly of: CoverageOf;
    readonly filter?: Filter | undefined;
    readonly outside?: boolean | undefined;
  },
  job: Job,
): Promise<AskedCoverage> {
  return {
    of: 'filter' in of ? await matchingRequests(open, of.filter, job) : of,
    left: filter && (await matchingRequests(open, filter, job)),
    outside,
  };
}
