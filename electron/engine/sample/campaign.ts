import type { Rng } from '../rng.ts';
import { blendHours, divide, drawOffset, HOURS } from './arrival.ts';
import { type AskSource, only, type Router, routed } from './caller.ts';
import { type Base, type CallerPlan, campaignCallers, drawBase, type Worker } from './campaign-callers.ts';
import type { Deck, Item } from './deck.ts';
import { type Dial, type Evasion, evasionOf } from './dial.ts';
import { enrol, plantSuccessions } from './enrol.ts';
import type { Terms } from './identity.ts';
import { type ModelHabit, ordinaryHabit } from './model-habit.ts';
import { personAsks } from './person.ts';
import { poolRouter } from './pool.ts';
import type {
  AccountRecord,
  Budget,
  Caller,
  FamilyPlan,
  Prompt,
  Stream,
  Workload,
  World,
} from './sample-types.ts';
import { serviceAsks } from './service.ts';
import { TOPICS } from './topics.ts';
import type { Mechanism, Role } from './truth.ts';
import { CHAT, ownWorkload } from './workloads.ts';

/** One pool of accounts of an operator; most operators have one. */
export interface PoolPlan extends CallerPlan {
  /** Part of the operator's accounts, relative to the other pools. */
  readonly weight: number;
  readonly role: Role;
  readonly terms?: (rng: Rng) => Terms;
  /** Share of accounts that are banned and succeeded. */
  readonly successions?: number;
  /** Changes the records before they are used. */
  readonly prepare?: (records: readonly AccountRecord[]) => void;
}

export interface CampaignPlan {
  readonly name: string;
  readonly mechanisms: readonly Mechanism[];
  readonly pools: readonly PoolPlan[];
  /** Keeps a session on one account; otherwise each request goes to the next account. */
  readonly sticky: boolean;
  /** Share of sessions given to a random account at least. */
  readonly noiseAtLeast?: number;
  /** Chooses between pools; all accounts are one pool by default. */
  readonly choose?: (route: (pools: readonly number[]) => Router) => Router;
  readonly base?: Base;
  /** Which model is asked; as an ordinary customer would by default. */
  readonly habit?: ModelHabit;
  /** What the operator asks, `requests` expected over the window, decoys not among them. */
  readonly harvest: (rng: Rng, requests: number, setting: Setting) => readonly AskSource[];
}

/** What the jobs of one campaign share. */
export interface Setting extends Evasion {
  readonly world: World;
  readonly habit: ModelHabit;
}

/** Accounts, truth and streams of one operator that harvests through pools of accounts, hidden as the dial says. */
export function planCampaign(rng: Rng, budget: Budget, dial: Dial, plan: CampaignPlan): FamilyPlan {
  const { world, accounts: n, requests } = budget;
  const evasion = evasionOf(dial);
  const base = plan.base ?? drawBase(rng.fork('base'), world);
  const sizes = poolSizes(plan.pools, n);
  const pools = plan.pools.map((pool, at) => {
    const own = rng.fork(`pool ${at}`);
    const records = enrol(own, world, sizes[at]!, dial, pool.terms);
    const successions = Math.round(sizes[at]! * (pool.successions ?? 0));
    const fromUs = plantSuccessions(own, world, records, successions);
    pool.prepare?.(records);
    const workers = campaignCallers(own, world, records, dial, base, { fromUs, ...pool });
    return { records, workers, role: pool.role };
  });
  const dispatch = rng.fork('dispatch');
  const noise = Math.max(plan.noiseAtLeast ?? 0, evasion.dispatchNoise);
  const routeOver = (chosen: readonly number[]): Router => {
    const callers: Caller[] = chosen.flatMap((at) => pools[at]!.workers.map(({ caller }) => caller));
    return poolRouter(dispatch.fork(chosen.join()), callers, {
      sticky: plan.sticky || evasion.turnsPerSession > 1,
      noise,
    });
  };
  const route = plan.choose?.(routeOver) ?? routeOver(pools.map((_, at) => at));
  const habit = plan.habit ?? ordinaryHabit(rng.fork('model'), world);
  const setting = { ...evasion, world, habit };
  const harvest = plan.harvest(rng.fork('harvest'), requests * (1 - evasion.decoyShare), setting);
  return {
    accounts: pools.flatMap(({ records, role }) => records.map((record) => ({ record, role, operator: 0 }))),
    operators: [
      {
        campaign: `${plan.name}-${budget.instance + 1}`,
        mechanisms: [...plan.mechanisms, ...identityMechanisms(dial)],
        isExtraction: true,
        accessViolation: true,
        together: true,
      },
    ],
    streams: [
      ...harvest.map((source, at) => routed(rng.fork(`sent ${at}`), world, source, route)),
      ...decoyStreams(
        rng.fork('decoys'),
        setting,
        requests * evasion.decoyShare,
        pools.flatMap(({ workers }) => workers),
      ),
    ],
  };
}

/** Whole accounts of each pool by weight, at least one each. */
function poolSizes(pools: readonly PoolPlan[], n: number): number[] {
  const weights = pools.reduce((sum, pool) => sum + pool.weight, 0);
  let left = n;
  return pools.map((pool, at) => {
    const rest = pools.length - 1 - at;
    const size =
      rest === 0 ? left : Math.min(left - rest, Math.max(1, Math.round((n * pool.weight) / weights)));
    left -= size;
    return size;
  });
}

/** What the jobs of a campaign have in common. */
export interface JobPlan {
  readonly requests: number;
  readonly workload: Workload;
  readonly role: Role;
  readonly write: (rng: Rng) => Prompt;
  /** Requests of one session where the harvest has sessions of its own. */
  readonly perSession?: number;
  /** Works through the day without runs. */
  readonly steady?: boolean;
  readonly fromUs?: number;
  readonly untilUs?: number;
}

/** The asks of a queue of jobs, with the hours and sessions of the dial. */
export function jobAsks(rng: Rng, setting: Setting, job: JobPlan): AskSource {
  const { humanHours, world, habit } = setting;
  return serviceAsks(rng, world, {
    // The queue's own hours, bent to office hours as the dial says.
    rhythm: {
      hours: blendHours(HOURS.flat, HOURS.office, humanHours),
      weekend: 1 - 0.6 * humanHours,
      offsetHours: drawOffset(rng),
    },
    runs: job.steady ? null : { perDay: rng.between(1.5, 4), hours: rng.between(1.5, 4) },
    cv: rng.between(1, 2),
    habit,
    ...job,
    workload: ownWorkload(rng, job.workload),
    perSession: job.perSession ?? setting.turnsPerSession,
  });
}

/** The next item of a deck, or at the dial's rate one asked before. */
export function dealItem(rng: Rng, deck: Deck, evasion: Evasion): Item {
  return rng.chance(evasion.repeatRate) ? deck.again(rng) : deck.next();
}

/** Ordinary work of one unrelated person through each account, in hours that suit the account; nothing for 0. */
function decoyStreams(rng: Rng, setting: Setting, requests: number, workers: readonly Worker[]): Stream[] {
  if (requests === 0) return [];
  const { world } = setting;
  const shares = divide(rng, requests, workers.length, 0.7);
  return workers.map(({ caller, rhythm }, at) => {
    const own = rng.fork(`person ${at}`);
    const asks = personAsks(own, world, {
      rhythm,
      requests: shares[at]!,
      topics: own.sample(TOPICS, own.int(1, 4)),
      workload: CHAT,
      // Most come through with the model that the relay is set to.
      habit: own.chance(0.75) ? setting.habit : ordinaryHabit(own, world),
      role: 'decoy',
      sitting: own.between(2, 7),
      sessionless: own.chance(0.3),
      fromUs: caller.fromUs,
      untilUs: caller.untilUs,
    });
    return routed(own, world, asks, only(caller));
  });
}

/** The identity mechanisms that the dial leaves visible in an enrolled pool. */
function identityMechanisms(dial: Dial): Mechanism[] {
  const evasion = evasionOf(dial);
  const list: Mechanism[] = ['registration_batch', 'proxy_rotation'];
  if (evasion.accountsPerCard > 1) list.push('shared_payment');
  if (evasion.accountsPerShell > 1) list.push('shell_company');
  if (evasion.sharedProfileShare > 0) list.push('shared_header_fingerprint', 'shared_system_prompt');
  if (evasion.ownServerShare > 0) list.push('shared_network');
  if (dial < 2) list.push('email_pattern');
  if (evasion.dutyShare[0] < 1) list.push('account_cycling');
  if (evasion.decoyShare > 0) list.push('decoy_traffic');
  return list;
}
