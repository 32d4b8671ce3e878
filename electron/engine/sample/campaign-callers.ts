import type { Rng } from '../rng.ts';
import { HOURS, type Rhythm } from './arrival.ts';
import { makeCaller } from './caller.ts';
import { type Dial, evasionOf } from './dial.ts';
import { drawKit, drawProgram, type Kit, RELAY_DEFAULT_DEVICE, SOFTWARE } from './identity.ts';
import { settledNet } from './network.ts';
import type { AccountRecord, Caller, Net, Profile, World } from './sample-types.ts';
import { APP_PROFILE, drawProfile } from './workloads.ts';
import { DAY_US, HOUR_US } from './world.ts';

/** What an operator has of its own and hides as the dial says. */
export interface Base {
  readonly servers: readonly Net[];
  readonly headers: string;
  readonly kit: Kit;
  readonly profile: Profile;
}

export interface CallerPlan {
  /** Software of an account that does not carry the operator's own; drawn as for anybody by default. */
  readonly kit?: (rng: Rng) => Kit;
  /** Passes everything through a relay whose defaults others have too. */
  readonly relay?: boolean;
  /** An exit to the internet; the proxy services that anybody uses by default. */
  readonly exit?: (rng: Rng) => Net;
  readonly fromUs?: (at: number) => number;
}

/** A caller of a pool with the hours and days on which it is used. */
export interface Worker {
  readonly caller: Caller;
  /** Of somebody who could be behind the account. */
  readonly rhythm: Rhythm;
}

export function drawBase(rng: Rng, world: World, kit: (rng: Rng) => Kit = drawProgram): Base {
  return {
    servers: world.networks.block(rng, 3),
    headers: `hf_${rng.hex(10)}`,
    kit: kit(rng),
    profile: drawProfile(rng),
  };
}

/** The callers of enrolled accounts: proxy exits, some rotating, some with the operator's own servers and headers. */
export function campaignCallers(
  rng: Rng,
  world: World,
  accounts: readonly AccountRecord[],
  dial: Dial,
  base: Base,
  plan: CallerPlan,
): Worker[] {
  const evasion = evasionOf(dial);
  const drawExit = plan.exit ?? ((own: Rng) => world.networks.proxyExit(own));
  return accounts.map((account, at) => {
    const own = rng.fork(`caller ${account.accountId}`);
    const kit = callerKit(own, dial, base, plan);
    // Pool software gives most accounts a proxy of their own; some services change the exit at each request.
    const rotates = own.chance(0.15);
    const exits = Array.from({ length: rotates ? own.int(3, 7) : own.pick([1, 1, 1, 1, 2, 2]) }, () =>
      drawExit(own),
    );
    const onServers = own.chance(evasion.ownServerShare);
    const usual = settledNet(own.fork('settled'), exits);
    const pick = own.fork('exits');
    const shared = own.chance(evasion.sharedProfileShare);
    const shift = drawShift(own, evasion);
    const caller = makeCaller(own, world, account, {
      client: kit.client,
      deviceId: kit.deviceId,
      profile: shared ? base.profile : kit.program ? drawProfile(own) : APP_PROFILE,
      // What stands in the end-user field is whatever the sender puts there.
      endUserId: own.chance(0.07) ? `eu_${own.hex(11)}` : '',
      nets: exits,
      net: (sessionId) => {
        if (onServers && pick.chance(0.3)) return pick.pick(base.servers);
        return rotates ? pick.pick(exits) : usual(sessionId);
      },
      onDuty: shift.onDuty,
      fromUs: plan.fromUs?.(at),
    });
    return { caller, rhythm: shift.rhythm };
  });
}

function callerKit(rng: Rng, dial: Dial, base: Base, plan: CallerPlan): Kit {
  const { sharedProfileShare } = evasionOf(dial);
  const shared = rng.chance(sharedProfileShare);
  if (plan.relay && rng.chance(0.35)) {
    const deviceId = rng.chance(0.8) ? RELAY_DEFAULT_DEVICE : '';
    return { client: SOFTWARE.relay[0], deviceId, program: true };
  }
  if (shared) return { ...base.kit, client: { ...base.kit.client, headerFingerprint: base.headers } };
  return (plan.kit ?? drawKit)(rng);
}

/** Hours and days on which an account is used, and the rhythm of a person who would keep them. */
function drawShift(rng: Rng, evasion: ReturnType<typeof evasionOf>) {
  const hours = rng.between(...evasion.shiftHours);
  const duty = rng.between(...evasion.dutyShare);
  const fromHour = rng.int(0, 23);
  const salt = rng.float();
  const onDuty = (timeUs: number): boolean => {
    const hour = (timeUs / HOUR_US - fromHour) % 24;
    // Days are spread by the golden ratio, so an account's turn comes round evenly and not every week alike.
    return (hour + 24) % 24 < hours && (salt + Math.floor(timeUs / DAY_US) * 0.618034) % 1 < duty;
  };
  const evening = rng.chance(0.5);
  const peak = evening ? 19 : 13;
  const middle = Math.round(fromHour + hours / 2);
  const offsetHours = ((peak - middle + 12 + 48) % 24) - 12;
  const rhythm: Rhythm = {
    hours: evening ? HOURS.evening : HOURS.office,
    weekend: rng.between(0.2, 1.1),
    offsetHours: Math.max(-12, Math.min(12, offsetHours)),
  };
  return { onDuty, rhythm };
}
