import { type CurveBand, EQUAL_N, type TopicRarefaction } from '../../../shared/contract/coverage.ts';
import { countFrequencies } from '../analysis/coverage/frequency-counts.ts';
import { rarefyRichness } from '../analysis/coverage/rarefaction.ts';
import { quantileOf } from '../analysis/statistics/percentile.ts';
import type { Database } from '../case/database.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { Rng } from '../rng.ts';
import { type AskedCoverage, countedAccounts } from './chosen-accounts.ts';
import { cohortsOf } from './cohorts-of.ts';
import { groupsAlike } from './groups-alike.ts';
import { remembering } from './partition.ts';
import { bandOf, expectedAt, growingSteps, rarefiedCurve, unionOf } from './rarefied-curve.ts';

const SEED = 1;
const MOST_MEMBERS = 60;
const MOST_BAND = 200;
const LEAST_EQUAL = 10;
const UNION_DRAWS = 99;
const POINTS = 40;
const UNION_BAND_POINTS = 24;

/** Rarefaction of topics beside cohorts. @throws StillwatchError NOT_FOUND, CANCELLED */
export async function readRarefaction(
  db: Database,
  asked: AskedCoverage,
  job: Job,
): Promise<TopicRarefaction> {
  const pause = pacer(job);
  const tell = (done: number) => pause({ stage: 'rarefying', done, unit: 'entries' });
  const { accounts, counts, reader, basis } = countedAccounts(db, asked);
  const asking = [...accounts.keys()]
    .filter((i) => counts[i].requests > 0)
    .sort((a, b) => counts[b].requests - counts[a].requests || a - b);
  const union = unionOf(asking.map((i) => counts[i]));
  const members = [];
  for (const i of asking.slice(0, MOST_MEMBERS)) {
    members.push(rarefiedCurve(accounts[i].account, counts[i], POINTS));
    await tell(members.length);
  }

  const { cohorts, of: cohortOf } = cohortsOf(
    db,
    asking.map((i) => accounts[i]),
  );
  const read = remembering(reader);
  const rng = new Rng(SEED).fork('rarefaction');
  const all = [...new Set(cohorts.flatMap((cohort) => cohort.members))].sort((a, b) => a - b);
  const m = growingSteps(
    asking.reduce((most, i) => Math.max(most, counts[i].requests), 0),
    POINTS,
  );
  const curves: Float64Array[] = [];
  const equal: number[] = [];
  for (const id of rng.sample(all, MOST_BAND)) {
    const frequencies = countFrequencies([...read(id).of.values()]);
    if (frequencies.n === 0) continue;
    curves.push(expectedAt(frequencies, m));
    if (frequencies.n >= EQUAL_N) equal.push(rarefyRichness(frequencies, EQUAL_N).expected);
    await tell(curves.length);
  }
  equal.sort((a, b) => a - b);
  const draw = asking.length < 2 ? null : groupsAlike(cohorts, cohortOf, (id) => read(id).requests > 0, rng);
  return {
    ...basis,
    union: asking.length < 2 ? null : rarefiedCurve(null, union, POINTS),
    members,
    band: bandOf(m, curves),
    cohortAccounts: all.length,
    unionBand: draw && (await unionBand(draw, union.requests, (ids) => unionOf(ids.map(read)), tell)),
    equalBand:
      equal.length < LEAST_EQUAL
        ? null
        : { low: quantileOf(equal, 0.05), high: quantileOf(equal, 0.95), accounts: equal.length },
  };
}

async function unionBand(
  draw: () => number[],
  requests: number,
  together: (ids: readonly number[]) => ReturnType<typeof unionOf>,
  tell: (done: number) => Promise<void>,
): Promise<CurveBand | null> {
  const m = growingSteps(requests, UNION_BAND_POINTS);
  const curves: Float64Array[] = [];
  for (let k = 0; k < UNION_DRAWS; k++) {
    curves.push(expectedAt(countFrequencies([...together(draw()).of.values()]), m));
    await tell(k);
  }
  return bandOf(m, curves);
}
