import type { Rng } from '../rng.ts';
import type { Ask, Caller, SampleRequest, World } from './sample-types.ts';
import { sessionOnAccount } from './session-id.ts';

const RATE_LIMITED = 0.008;
const SERVER_ERROR = 0.003;
const BAD_REQUEST = 0.0015;
const OUTAGE_ERROR = 0.35;

/**
 * Sends an ask through a caller: lengths, latency and outcome are drawn, failures included (429, 500, 400;
 * refusals as stop_reason). Most failed requests are sent once more within seconds, as client software does.
 */
export function send(
  rng: Rng,
  world: World,
  ask: Ask,
  caller: Caller,
  emit: (request: SampleRequest) => void,
): void {
  const inOutage = ask.timeUs >= world.outage.fromUs && ask.timeUs < world.outage.untilUs;
  const chance = rng.float();
  const errorRate = inOutage ? OUTAGE_ERROR : SERVER_ERROR;
  let status = 200;
  if (chance < errorRate) status = rng.chance(0.7) ? 500 : 529;
  else if (chance < errorRate + RATE_LIMITED) status = 429;
  else if (chance < errorRate + RATE_LIMITED + BAD_REQUEST) status = 400;
  emit(build(rng, ask, caller, status, ask.timeUs));
  if (status >= 429 && rng.chance(0.8)) {
    emit(build(rng, ask, caller, 200, ask.timeUs + Math.floor(rng.between(0.8, 9) * 1e6)));
  }
}

function build(rng: Rng, ask: Ask, caller: Caller, status: number, timeUs: number): SampleRequest {
  const load = ask.workload;
  const profile = caller.profile ?? load;
  const ok = status === 200;
  const refused = ok && rng.chance(load.refusalRate);
  const wanted = refused ? rng.lognormal(60, 0.4) : rng.lognormal(load.outputMean, load.spread);
  const outputTokens = ok ? Math.max(1, Math.min(profile.maxTokens, Math.round(wanted))) : 0;
  const inputTokens = Math.max(
    Math.ceil(ask.prompt.text.length / 4),
    Math.round(rng.lognormal(load.inputMean, load.spread)),
  );
  const cut = ok && !refused && outputTokens === profile.maxTokens;
  const ended = load.toolsHash && rng.chance(0.7) ? 'tool_use' : 'end_turn';
  return {
    timeUs,
    account: caller.account,
    caller,
    workload: load,
    profile,
    sessionId: sessionOnAccount(ask.sessionId, caller.account.accountId),
    net: caller.net(ask.sessionId),
    endUserId: ask.endUserId || caller.endUserId,
    model: ask.model,
    status,
    stopReason: !ok ? '' : refused ? 'refusal' : cut ? 'max_tokens' : ended,
    inputTokens,
    outputTokens,
    latencyMs: Math.round(
      ok ? rng.lognormal(350 + inputTokens / 40 + outputTokens * 14, 0.25) : rng.lognormal(180, 0.6),
    ),
    topic: ask.prompt.topic,
    prompt: ask.prompt.text,
    role: ask.role,
  };
}
