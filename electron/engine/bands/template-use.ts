import type { TemplateUse } from '../../../shared/contract/bands.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { BIN_US } from '../../../shared/contract/timeline.ts';
import { requestChunks } from '../analysis/read-dataset.ts';
import { followedReader, followedState } from '../analysis/read-followed.ts';
import { FIRST_KEPT } from '../analysis/templates/followed.ts';
import type { Database } from '../case/database.ts';
import { analysisVersion, sourcesVersion } from '../case/versions.ts';
import { cohortDecisions } from '../cohorts/decisions.ts';
import { referenceAccounts } from '../cohorts/reference-accounts.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { Recent } from '../recent.ts';
import { ACCOUNT_COLUMN, TIME_COLUMN } from '../requests/columns.ts';
import { readNumbers } from '../requests/read-chunk.ts';
import { bandsOfCells } from './bands-of-cells.ts';
import { CellCounter, type CellSums } from './cell-sums.ts';

interface Use {
  /** The value is the number of the account in the case. */
  readonly cells: CellSums;
  readonly reference: number;
  readonly unseen: number;
  /** All single requests of the case. */
  readonly singles: number;
}

/** A page asks for one template again and again while it is looked at. */
const KEPT = 2;
const kept = new WeakMap<Database, Recent<Use>>();

/** The requests of a template by account and step of time. @throws StillwatchError NOT_FOUND, CANCELLED */
export async function templateUse(
  db: Database,
  id: string,
  edges: readonly number[],
  job: Job,
): Promise<TemplateUse> {
  const rank = db.prepare('SELECT rank FROM analysis_template WHERE id = ?').pluck().get(id) as
    | number
    | undefined;
  if (rank === undefined)
    throw new StillwatchError(
      'NOT_FOUND',
      'The last analysis of this case kept no such template. The list of templates shows those it kept.',
    );
  let recent = kept.get(db);
  if (!recent) {
    recent = new Recent(KEPT);
    kept.set(db, recent);
  }
  // What is benign reference is decided by people.
  const marked = cohortDecisions(db).reference;
  const key = JSON.stringify([sourcesVersion(db), analysisVersion(db), marked, rank]);
  const use = recent.get(key) ?? (await readUse(db, FIRST_KEPT + rank, job));
  recent.put(key, use);
  const { cells, reference, unseen, singles } = use;
  const nameOf = db.prepare('SELECT external_id FROM account WHERE id = ?').pluck();
  const analysis = followedState(db);
  return {
    ...bandsOfCells(cells, edges, {
      nameOf: (account) => nameOf.get(account) as string,
      nameless: [],
    }),
    ofRequests: singles,
    imported: analysis === 'kept',
    analysis,
    unseen,
    reference,
  };
}

/** Goes through what all requests follow, and reads those chunks further that hold a request of the template. */
async function readUse(db: Database, wanted: number, job: Job): Promise<Use> {
  const followedOf = followedReader(db);
  const benign = referenceAccounts(db);
  const counter = new CellCounter();
  let reference = 0;
  let unseen = 0;
  let singles = 0;
  const pause = pacer(job);
  const chunks = requestChunks(db);
  for (const [done, { id, rows }] of chunks.entries()) {
    await pause({ stage: 'requests of the template', done, total: chunks.length, unit: 'entries' });
    singles += rows;
    const followed = followedOf(id, rows);
    if (!followed) {
      unseen += rows;
      continue;
    }
    let i = followed.indexOf(wanted);
    if (i < 0) continue;
    const account = readNumbers(db, id, ACCOUNT_COLUMN, rows);
    const timeUs = readNumbers(db, id, TIME_COLUMN, rows);
    for (; i >= 0; i = followed.indexOf(wanted, i + 1)) {
      if (benign.has(account[i])) reference++;
      else counter.add(Math.floor(timeUs[i] / BIN_US), account[i]);
    }
  }
  return { cells: counter.finish(), reference, unseen, singles };
}
