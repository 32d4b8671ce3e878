import type { Rng } from '../rng.ts';
import { isActive, type Router } from './caller.ts';
import type { Caller } from './sample-types.ts';
import { DAY_US, HOUR_US } from './world.ts';

/**
 * Ways account-pool software hands out requests: the least recently used account next (equal load), or one
 * account for all requests of a session for up to an hour (sticky bursts with hand-off).
 */
export interface PoolOptions {
  readonly sticky: boolean;
  /** Share of requests that go to a random account instead. */
  readonly noise: number;
}

const STICKY_US = HOUR_US;

/**
 * A router over a pool: of the callers active at the time those on duty are considered, or all of them when none is.
 */
export function poolRouter(rng: Rng, callers: readonly Caller[], options: PoolOptions): Router {
  const lastUsed = callers.map((_, at) => at - callers.length);
  const bound = new Map<string, { caller: number; sinceUs: number }>();
  let uses = 0;
  let day = Number.NaN;

  const onDuty = (at: number, timeUs: number): boolean =>
    isActive(callers[at]!, timeUs) && (callers[at]!.onDuty?.(timeUs) ?? true);
  const choose = (timeUs: number): number => {
    let candidates: number[] = [];
    for (let at = 0; at < callers.length; at++) if (onDuty(at, timeUs)) candidates.push(at);
    if (candidates.length === 0)
      candidates = callers.flatMap((one, at) => (isActive(one, timeUs) ? [at] : []));
    if (candidates.length === 0) return -1;
    if (options.noise > 0 && rng.chance(options.noise)) return rng.pick(candidates);
    return candidates.reduce((best, at) => (lastUsed[at]! < lastUsed[best]! ? at : best));
  };

  return (ask) => {
    const today = Math.floor(ask.timeUs / DAY_US);
    if (today !== day) {
      // Sessions end within hours; without this the map would grow with the whole data set.
      for (const [session, tie] of bound) if (ask.timeUs - tie.sinceUs > STICKY_US) bound.delete(session);
      day = today;
    }
    const tie = options.sticky ? bound.get(ask.sessionId) : undefined;
    const kept = tie && ask.timeUs - tie.sinceUs < STICKY_US && isActive(callers[tie.caller]!, ask.timeUs);
    const at = kept ? tie.caller : choose(ask.timeUs);
    if (at < 0) return null;
    if (options.sticky && !kept) bound.set(ask.sessionId, { caller: at, sinceUs: ask.timeUs });
    lastUsed[at] = uses++;
    return callers[at]!;
  };
}
