import type { Rng } from '../rng.ts';
import { mintId } from './identity.ts';
import { settledNet } from './network.ts';
import { send } from './request.ts';
import type {
  AccountRecord,
  Ask,
  Caller,
  ClientSoftware,
  Net,
  Profile,
  Stream,
  World,
} from './sample-types.ts';

export interface CallerOptions {
  readonly client: ClientSoftware;
  readonly nets: readonly Net[];
  readonly deviceId?: string;
  /** Chooses the network per request; by default a session keeps one of `nets`. */
  readonly net?: (sessionId: string) => Net;
  readonly profile?: Profile;
  readonly endUserId?: string;
  readonly onDuty?: (timeUs: number) => boolean;
  readonly fromUs?: number;
  readonly untilUs?: number;
}

/** A caller with a key of its own; it is active from its account's creation until the account is stopped. */
export function makeCaller(rng: Rng, world: World, account: AccountRecord, options: CallerOptions): Caller {
  const stopped = account.status === 'active' ? null : account.statusChangedUs;
  return {
    account,
    apiKeyId: mintId(rng, world, 'key'),
    client: options.client,
    deviceId: options.deviceId ?? '',
    net: options.net ?? settledNet(rng.fork(`net ${account.accountId}`), options.nets),
    profile: options.profile ?? null,
    endUserId: options.endUserId ?? '',
    onDuty: options.onDuty ?? null,
    fromUs: Math.max(account.createdUs, options.fromUs ?? Number.NEGATIVE_INFINITY),
    untilUs: Math.min(stopped ?? Number.POSITIVE_INFINITY, options.untilUs ?? Number.POSITIVE_INFINITY),
  };
}

/** Where asks come from; asked once a day, in order. */
export interface AskSource {
  /** The asks that begin on that day, in any order. */
  day(dayIndex: number): Ask[];
}

/** Chooses the caller of an ask; null when nobody can take it. Called in time order. */
export type Router = (ask: Ask) => Caller | null;

/** The stream of a source whose asks are sent through whatever callers the router names. */
export function routed(rng: Rng, world: World, source: AskSource, route: Router): Stream {
  return {
    day: (dayIndex, emit) => {
      const asks = source.day(dayIndex).sort((one, other) => one.timeUs - other.timeUs);
      for (const ask of asks) {
        const caller = route(ask);
        if (caller) send(rng, world, ask, caller, emit);
      }
    },
  };
}

/** Everything goes through one caller, while it is active. */
export function only(caller: Caller): Router {
  return (ask) => (isActive(caller, ask.timeUs) ? caller : null);
}

export function isActive(caller: Caller, timeUs: number): boolean {
  return timeUs >= caller.fromUs && timeUs < caller.untilUs;
}
