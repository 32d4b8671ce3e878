import { createHash } from 'node:crypto';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { type ExhibitTable, MOST_SHOWN_ROWS } from '../../../shared/contract/exhibits.ts';
import { inputHash } from '../analysis/store.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Case } from '../case/case.ts';
import { dataHash } from '../case/data-hash.ts';
import type { Database } from '../case/database.ts';
import { analysisVersion, sourcesVersion } from '../case/versions.ts';
import type { Job } from '../jobs/job.ts';
import type { ExhibitAnswer } from './query.ts';
import { findQuery } from './registry.ts';
import { hashRequests } from './requests-behind.ts';

/** A question with its answer, and what both were made from. */
export interface WorkedOut extends Pick<ExhibitAnswer, 'columns' | 'rows' | 'figures'> {
  /** SHA-256, hex, of the canonical JSON of {columns, rows}. */
  readonly resultHash: string;
  /** See hashRequests. */
  readonly requests: number;
  readonly rowsHash: string;
  /** Of the query, and of the analysis where it rests on one. */
  readonly version: string;
  readonly seed: number | null;
  readonly dataHash: string;
  /** It rests on an analysis that was made from other data or decisions than the case holds now. */
  readonly stale: boolean;
}

/**
 * @throws StillwatchError NOT_FOUND for what the case does not hold, BAD_ARGS for what cannot be asked, CONFLICT where
 * data come or go meanwhile, CANCELLED
 */
export function workOut(
  open: Case,
  { query: name, args }: { readonly query: string; readonly args: unknown },
  job: Job,
): Promise<WorkedOut> {
  return open.during(job, async (running) => {
    const { db } = open;
    const query = findQuery(name);
    if (!query)
      throw new StillwatchError(
        'NOT_FOUND',
        'This version of Stillwatch does not know what this exhibit asks. Open the case with the version that pinned it.',
      );
    const state = stateOf(db);
    const analysis = query.ofAnalysis ? analysisOf(db) : null;
    const { columns, rows, figures, behind } = await query.run(open, args, running);
    const { rows: requests, rowsHash } = await hashRequests(db, behind, running);
    if (stateOf(db) !== state)
      throw new StillwatchError(
        'CONFLICT',
        'The data of the case changed while this was worked out. Nothing was kept. Ask again.',
      );
    return {
      columns,
      rows,
      figures,
      resultHash: createHash('sha256').update(canonicalJson({ columns, rows })).digest('hex'),
      requests,
      rowsHash,
      version: analysis ? `${query.version}, analysis ${analysis.version}` : String(query.version),
      seed: analysis ? analysis.seed : query.seed,
      dataHash: dataHash(db),
      stale: analysis?.stale ?? false,
    };
  });
}

function stateOf(db: Database): string {
  return `${sourcesVersion(db)} ${analysisVersion(db)}`;
}

/** @throws StillwatchError NOT_FOUND */
function analysisOf(db: Database): { version: string; seed: number; stale: boolean } {
  const run = db.prepare('SELECT version, seed, input_hash AS inputHash FROM analysis_run').get() as
    | { version: string; seed: number; inputHash: string }
    | undefined;
  if (!run)
    throw new StillwatchError(
      'NOT_FOUND',
      'This rests on an analysis, and the case has none. Analyse it first.',
    );
  return { version: run.version, seed: run.seed, stale: run.inputHash !== inputHash(db) };
}

/** As much of it as the page is sent. */
export function shownTable({ columns, rows, figures }: WorkedOut): ExhibitTable {
  return { columns, rows: rows.slice(0, MOST_SHOWN_ROWS), ofRows: rows.length, figures };
}
