import { Rng } from '../../engine/rng.ts';

/** Canonical columns of the measured file, as many as gateways export. */
export const COLUMNS = [
  'request_id',
  'timestamp',
  'account_id',
  'organization_id',
  'session_id',
  'ip',
  'user_agent',
  'model',
  'endpoint',
  'status',
  'input_tokens',
  'output_tokens',
  'latency_ms',
  'topic',
] as const;

/** The parts of a record that the roll-ups are made from, with its text. */
export interface LoggedRequest {
  /** Number of the account, from 0. */
  readonly account: number;
  readonly timeUs: number;
  readonly failed: boolean;
  readonly model: string;
  readonly topic: string;
  readonly status: number;
  readonly endpoint: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Characters of its text cells without quotes; the account id is not among them. */
  readonly textLength: number;
  /** The record in COLUMNS order, with its line end. */
  readonly line: string;
}

interface Session {
  readonly account: number;
  /** Cells that stay the same through the session, as text. */
  readonly who: string;
  readonly model: string;
  readonly topic: string;
  readonly textLength: number;
  left: number;
}

const AGENTS = [
  'python-requests/2.31',
  'openai-node/4.2 (linux; x64)',
  'curl/8.4',
  'okhttp/4.12',
  'anthropic-py/0.3',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)',
];
const ENDPOINT = '/v1/chat';
const MODELS = ['m-9', 'm-9-mini', 'm-8', 'embed-3'];
const STATUSES = [429, 500, 400];
const START_MS = Date.UTC(2026, 2, 1);
/** Two million requests in 45 days. */
const STEP_MS = 1944;
const OPEN_SESSIONS = 64;
/** Of a log with many requests per account; sessions are shorter in others, so that accounts still come back. */
const LONGEST_MEAN_SESSION = 20;
const SESSIONS_PER_ACCOUNT = 4;

/**
 * A seeded log of `rows` requests in order of time: sessions of many accounts interleaved, some accounts with
 * hundreds of times the requests of others, and new accounts turning up throughout. Logs of at least ten rows an
 * account hold every account. The same arguments give the same log.
 */
export function* requestLog(rows: number, accounts: number, seed: number): Generator<LoggedRequest> {
  const rng = new Rng(seed);
  let opened = 0;
  let introduced = 0;
  const meanSession = Math.min(LONGEST_MEAN_SESSION, Math.max(1, rows / (SESSIONS_PER_ACCOUNT * accounts)));
  // The last account turns up well before the end of the log.
  const newPerSession = accounts / ((0.6 * rows) / meanSession);
  const openSession = (): Session => {
    opened++;
    const isNew = introduced < accounts && introduced < opened * newPerSession;
    // A power of a uniform number: low numbers come up far more often than high ones.
    const account = isNew ? introduced++ : Math.floor(rng.float() ** 2.2 * introduced);
    // Some customers have no organisation.
    const organization = account % 8 === 0 ? '' : `org_${account % 2000}`;
    const session = `s_${opened.toString(36)}${rng.hex(6)}`;
    const ip = `203.0.${account % 113}.${rng.int(0, 255)}`;
    const agent = rng.chance(0.02) ? rng.pick(AGENTS) : (AGENTS[account % AGENTS.length] as string);
    const model = rng.pick(MODELS);
    const topic = `topic ${rng.int(0, 59)}`;
    // One agent holds a comma, as a browser's does.
    const quotedAgent = agent.includes(',') ? `"${agent}"` : agent;
    const texts = [organization, session, ip, agent, model, ENDPOINT, topic];
    return {
      account,
      who: `${accountId(account)},${organization},${session},${ip},${quotedAgent}`,
      model,
      topic,
      textLength: texts.join('').length,
      left: Math.ceil(rng.exponential(meanSession)),
    };
  };
  const sessions = Array.from({ length: OPEN_SESSIONS }, openSession);
  for (let row = 0; row < rows; row++) {
    const slot = rng.int(0, OPEN_SESSIONS - 1);
    const session = sessions[slot] as Session;
    if (--session.left <= 0) sessions[slot] = openSession();
    const timeMs = START_MS + row * STEP_MS + rng.int(0, STEP_MS - 1);
    const failed = rng.chance(0.02);
    const status = failed ? rng.pick(STATUSES) : 200;
    const inputTokens = 1 + Math.floor(8000 * rng.float() ** 2);
    const outputTokens = failed ? 0 : rng.int(1, 2000);
    const id = `req_${rng.hex(8)}${row.toString(16).padStart(7, '0')}`;
    yield {
      account: session.account,
      timeUs: timeMs * 1000,
      failed,
      model: session.model,
      topic: session.topic,
      status,
      endpoint: ENDPOINT,
      inputTokens,
      outputTokens,
      textLength: id.length + session.textLength,
      line:
        `${id},${new Date(timeMs).toISOString()},${session.who},${session.model},${ENDPOINT},${status},` +
        `${inputTokens},${outputTokens},${rng.int(50, 9000)},${session.topic}\n`,
    };
  }
}

/** Looks random, and differs for each account below 2^32, because the factor is odd. */
function accountId(account: number): string {
  return `ac_${(Math.imul(account, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}`;
}
