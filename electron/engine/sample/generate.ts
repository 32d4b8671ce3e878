import { Rng } from '../rng.ts';
import { castParts, type Part } from './cast.ts';
import type { Dial } from './dial.ts';
import { mintId } from './identity.ts';
import type { AccountRecord, ContextRow, FamilyPlan, SampleRequest, Stream, World } from './sample-types.ts';
import { MALICIOUS_FAMILIES, type MaliciousFamilyId, type SampleTruth } from './truth.ts';
import { DAY_US, makeWorld } from './world.ts';

export type SampleSize = 'S' | 'M' | 'L' | 'XL';

/** Accounts exactly, requests about, days exactly. */
export const SIZES: Readonly<Record<SampleSize, { accounts: number; requests: number; days: number }>> = {
  S: { accounts: 300, requests: 60_000, days: 14 },
  M: { accounts: 3_000, requests: 600_000, days: 30 },
  L: { accounts: 10_000, requests: 3_000_000, days: 45 },
  /** For runs at full scale; requests.csv takes about 7 GB. */
  XL: { accounts: 24_000, requests: 16_000_000, days: 45 },
};

/** Campaigns hide about as well as public reports describe: a third decoys, some shared cards and headers. */
export const DEFAULT_DIAL: Dial = 1;

export interface SampleOptions {
  readonly size: SampleSize;
  /** Any integer; the same seed, size, dial and families give the same data. */
  readonly seed: number;
  readonly dial?: Dial;
  /** Malicious families that may be planted, all by default; which of them are depends on the seed. */
  readonly families?: readonly MaliciousFamilyId[];
}

/** Takes what is generated, in this order: accounts once, context once, then requests a day at a time. */
export interface SampleSink {
  accounts(rows: readonly AccountRecord[]): void | Promise<void>;
  context(rows: readonly ContextRow[]): void | Promise<void>;
  /** Requests of one day, ascending in time, also from call to call; `day` counts from 0. */
  requests(rows: readonly SampleRequest[], day: number): void | Promise<void>;
}

/** Share of accounts whose organisation, use or contract is missing from the records, whoever they are. */
const UNDECLARED = 0.42;
/** Share of accounts without an organisation that name one of their own. */
const SOLE_ORGANISATION = 0.15;
const WITHOUT_TOPIC = 0.06;

/**
 * Generates a data set into the sink and returns the ground truth. Requests are made day by day, so memory
 * holds one day's requests and the accounts. Whatever the sink throws ends the generation.
 */
export async function generateSample(options: SampleOptions, sink: SampleSink): Promise<SampleTruth> {
  const { size, seed, dial = DEFAULT_DIAL } = options;
  const { accounts, days } = SIZES[size];
  const allowed = MALICIOUS_FAMILIES.filter((id) => options.families?.includes(id) ?? true);
  const root = new Rng(seed).fork(`sample ${size}`);
  const world = makeWorld(root.fork('world'), accounts, days);
  const parts = castParts(root.fork('cast'), {
    seed,
    small: size === 'S',
    accounts,
    requests: SIZES[size].requests,
    allowed,
  });
  const planned = parts.map((part): Planned => {
    const { family, instance } = part;
    const plan = family.plan(root.fork(`${family.id} ${instance}`), { ...part, world }, dial);
    return { part, plan };
  });
  const truth = startTruth(planned, { seed, size, dial, campaign_families_allowed: allowed });
  const records = planned.flatMap(({ plan }) => plan.accounts.map(({ record }) => record));
  blurDeclarations(root.fork('declarations'), world, records);
  records.sort((one, other) => one.createdUs - other.createdUs || (one.accountId < other.accountId ? -1 : 1));
  await sink.accounts(records);
  await sink.context(world.context);
  const counts = await runDays(root.fork('days'), world, planned, sink);
  planned.forEach(({ part }, at) => {
    truth.families.find(({ id }) => id === part.family.id)!.requests += counts[at]!;
  });
  return truth;
}

interface Planned {
  readonly part: Part;
  readonly plan: FamilyPlan;
}

function startTruth(
  planned: readonly Planned[],
  head: Pick<SampleTruth, 'seed' | 'size' | 'dial' | 'campaign_families_allowed'>,
): SampleTruth {
  const truth: SampleTruth = { ...head, campaign_families: [], families: [], operators: [], accounts: {} };
  for (const { part, plan } of planned) {
    const { id, title, malicious } = part.family;
    if (!truth.families.some((family) => family.id === id)) {
      truth.families.push({ id, title, malicious, accounts: 0, requests: 0 });
    }
    truth.families.find((family) => family.id === id)!.accounts += plan.accounts.length;
    const first = truth.operators.length;
    for (const operator of plan.operators) {
      truth.operators.push({
        id: `OP-${String(truth.operators.length + 1).padStart(2, '0')}`,
        campaign: operator.campaign,
        family: id,
        accounts: [],
        planted_mechanisms: [...operator.mechanisms],
        is_extraction: operator.isExtraction,
        access_violation: operator.accessViolation,
        together: operator.together,
      });
    }
    for (const { record, role, operator } of plan.accounts) {
      const owner = operator === null ? null : truth.operators[first + operator]!;
      owner?.accounts.push(record.accountId);
      truth.accounts[record.accountId] = {
        family: id,
        benign_family: malicious ? null : id,
        operator: owner?.id ?? null,
        role,
      };
    }
  }
  truth.campaign_families = MALICIOUS_FAMILIES.filter((id) =>
    truth.families.some((family) => family.id === id),
  );
  for (const operator of truth.operators) operator.accounts.sort();
  return truth;
}

/** What customers declare is no key to the truth: often it is missing, sometimes it is made up. */
function blurDeclarations(rng: Rng, world: World, records: readonly AccountRecord[]): void {
  for (const record of records) {
    if (record.organizationId && rng.chance(UNDECLARED)) record.organizationId = '';
    else if (!record.organizationId && rng.chance(SOLE_ORGANISATION))
      record.organizationId = mintId(rng, world, 'org', 8);
    if (record.declaredUse && rng.chance(UNDECLARED)) record.declaredUse = '';
    if (rng.chance(UNDECLARED)) {
      record.trainingAllowed = null;
      record.reseller = null;
    }
  }
}

/** Runs all streams over the window; returns how many requests each plan made, in the order of `planned`. */
async function runDays(
  rng: Rng,
  world: World,
  planned: readonly Planned[],
  sink: SampleSink,
): Promise<number[]> {
  const counts = planned.map(() => 0);
  let later: SampleRequest[] = [];
  for (let day = 0; day < world.days; day++) {
    const endUs = world.startUs + (day + 1) * DAY_US;
    const today: SampleRequest[] = [];
    const tomorrow: SampleRequest[] = [];
    // What began yesterday and ran past midnight may run past the next one too.
    for (const request of later) (request.timeUs < endUs ? today : tomorrow).push(request);
    planned.forEach(({ plan }, at) => {
      const take = (request: SampleRequest): void => {
        if (request.timeUs >= world.endUs) return;
        counts[at]!++;
        (request.timeUs < endUs ? today : tomorrow).push(withTopic(rng, request));
      };
      for (const stream of plan.streams) runStream(stream, day, take);
    });
    // Equal times keep the order of planning, which makes the order of the file unambiguous.
    today.sort((one, other) => one.timeUs - other.timeUs);
    later = tomorrow;
    await sink.requests(today, day);
  }
  return counts;
}

function runStream(stream: Stream, day: number, take: (request: SampleRequest) => void): void {
  stream.day(day, take);
}

/** Topic labels come from a classifier in life, which does not always answer. */
function withTopic(rng: Rng, request: SampleRequest): SampleRequest {
  if (rng.chance(WITHOUT_TOPIC)) request.topic = '';
  return request;
}
