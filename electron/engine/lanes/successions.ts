import type { HandOver, Successions } from '../../../shared/contract/lanes.ts';
import { DAY_US } from '../analysis/coordination/bin-counts.ts';
import { cosine, type SparseRows } from '../analysis/coordination/cosine.ts';
import { succession } from '../analysis/coordination/succession.ts';
import type { Database } from '../case/database.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { Rng } from '../rng.ts';
import { activityReader } from '../timeline/activity.ts';
import { mustFindAccounts } from './find-accounts.ts';
import { caseStopsUs, dataSpan, type Onset, onsetsOf, type Stop, stopOf } from './lives.ts';

/** As in S17. */
const WITHIN_US = 2 * DAY_US;
const LEAST_COSINE = 0.8;
const MOST_RIVALS = 10;

/** Who went on after whom among the accounts, worked out in slices. @throws StillwatchError NOT_FOUND, CANCELLED */
export async function readSuccessions(
  db: Database,
  accounts: readonly string[],
  job: Job,
): Promise<Successions> {
  const pause = pacer(job);
  const totals = mustFindAccounts(db, accounts);
  const nothing = (missing: string): Successions => ({
    handOvers: [],
    stops: 0,
    expected: null,
    p: null,
    chainLength: 0,
    missing,
  });
  const span = dataSpan(db);
  if (!span) return nothing('No request has a time that can be read.');
  const work = templateRows(db, accounts);
  if (!work)
    return nothing(
      'Who goes on with whose templates is known after an analysis that finds templates. Analyse the case to see it.',
    );
  const activityOf = activityReader(db);
  const stops: (Stop | undefined)[] = [];
  const onsets: Onset[][] = [];
  for (const total of totals) {
    stops.push(stopOf(db, total, span));
    onsets.push(onsetsOf(total, activityOf(total.id), span));
    await pause({ stage: 'reading lives', done: stops.length, total: totals.length, unit: 'entries' });
  }
  const stopped = stops.flatMap((stop, account) => (stop ? [{ account, timeUs: stop.timeUs }] : []));
  if (stopped.length === 0)
    return { handOvers: [], stops: 0, expected: null, p: null, chainLength: 0, missing: null };
  const begun = onsets.flatMap((own, account) => own.map(({ timeUs }) => ({ account, timeUs })));
  const found = succession(
    {
      stops: stopped,
      onsets: begun,
      withinUs: WITHIN_US,
      cohortStopsUs: await caseStopsUs(db, span, stopped.length, pause),
      alike: (one, other) => cosine(work, one, other) > LEAST_COSINE,
    },
    new Rng(1).fork('succession'),
  );
  return {
    handOvers: found.handOvers.map(({ from, to, stopUs, onsetUs }) =>
      handOver(accounts, work, stops[from] as Stop, onsets, { from, to, stopUs, onsetUs }),
    ),
    stops: stopped.length,
    expected: found.expected,
    p: found.p,
    chainLength: found.chainLength,
    missing: null,
  };
}

function handOver(
  accounts: readonly string[],
  work: SparseRows,
  stop: Stop,
  onsets: readonly (readonly Onset[])[],
  {
    from,
    to,
    stopUs,
    onsetUs,
  }: { readonly from: number; readonly to: number; readonly stopUs: number; readonly onsetUs: number },
): HandOver {
  const rivals = onsets.flatMap((own, account) => {
    if (account === from || account === to) return [];
    const fitting = own.find(({ timeUs }) => timeUs > stopUs && timeUs <= stopUs + WITHIN_US);
    const likeness = fitting ? cosine(work, from, account) : 0;
    return fitting && likeness > LEAST_COSINE
      ? [{ account: accounts[account], onsetUs: fitting.timeUs, likeness }]
      : [];
  });
  rivals.sort((a, b) => a.onsetUs - b.onsetUs || b.likeness - a.likeness);
  return {
    from: accounts[from],
    to: accounts[to],
    stopUs,
    onsetUs,
    stopped: stop.by,
    onset: onsets[to].find(({ timeUs }) => timeUs === onsetUs)?.by ?? 'first',
    likeness: cosine(work, from, to),
    rivals: rivals.slice(0, MOST_RIVALS),
  };
}

/** Requests of each account by template, as the last analysis kept them; undefined where it kept none. */
function templateRows(db: Database, accounts: readonly string[]): SparseRows | undefined {
  if (db.prepare('SELECT 1 FROM analysis_template LIMIT 1').get() === undefined) return undefined;
  const rows = db
    .prepare(
      `SELECT j.key AS at, t.template, t.requests FROM json_each(?) j
       JOIN analysis_template_account t ON t.account = j.value ORDER BY j.key, t.template`,
    )
    .raw()
    .all(JSON.stringify(accounts)) as [number, number, number][];
  const from = new Uint32Array(accounts.length + 1);
  for (const [at] of rows) from[at + 1]++;
  for (let i = 0; i < accounts.length; i++) from[i + 1] += from[i];
  return {
    from,
    columns: Uint32Array.from(rows, ([, template]) => template),
    values: Float64Array.from(rows, ([, , requests]) => requests),
  };
}
