import type { Rng } from '../rng.ts';
import type { Dial } from './dial.ts';
import type { Networks } from './network.ts';
import type { FamilyId, Mechanism, Role } from './truth.ts';

/** A row of accounts.csv; empty text is an empty cell. Times are microseconds UTC, null is an empty cell. */
export interface AccountRecord {
  readonly accountId: string;
  organizationId: string;
  createdUs: number;
  plan: string;
  signupRoute: string;
  email: string;
  phoneHash: string;
  paymentFingerprint: string;
  cardBin: string;
  kycLevel: string;
  declaredUse: string;
  /** Null where the contract is not on record. */
  trainingAllowed: boolean | null;
  reseller: boolean | null;
  status: string;
  statusChangedUs: number | null;
}

/** A row of context.csv. */
export interface ContextRow {
  readonly timeUs: number;
  readonly kind: 'model_release' | 'incident' | 'external_event';
  readonly label: string;
  readonly source: string;
}

/** A row of requests.csv before it is written, with what the row itself must not tell. */
export interface SampleRequest {
  readonly timeUs: number;
  readonly account: AccountRecord;
  readonly caller: Caller;
  readonly workload: Workload;
  readonly profile: Profile;
  readonly sessionId: string;
  readonly net: Net;
  readonly endUserId: string;
  readonly model: string;
  readonly status: number;
  readonly stopReason: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly latencyMs: number;
  /** Empty where no label was given. */
  topic: string;
  readonly prompt: string;
  readonly role: Role;
}

export interface Net {
  readonly ip: string;
  readonly asn: number;
  readonly country: string;
}

export interface ClientSoftware {
  readonly userAgent: string;
  readonly headerFingerprint: string;
}

/** What a client sets in its requests, whatever is asked. */
export interface Profile {
  /** NaN leaves the parameter at its default. */
  readonly temperature: number;
  readonly maxTokens: number;
  readonly systemHash: string;
}

/** What one prompt is about and says. */
export interface Prompt {
  readonly topic: string;
  readonly text: string;
}

/** The technical shape of a kind of request: lengths, parameters, hashes. */
export interface Workload extends Profile {
  readonly endpoint: string;
  readonly inputMean: number;
  readonly outputMean: number;
  /** Standard deviation of the logarithm of both lengths. */
  readonly spread: number;
  readonly toolsHash: string;
  /** Share of answers with stop_reason `refusal`. */
  readonly refusalRate: number;
}

/** Something somebody wants to ask, before it is known through which account it goes. */
export interface Ask {
  timeUs: number;
  readonly sessionId: string;
  readonly endUserId: string;
  readonly prompt: Prompt;
  readonly workload: Workload;
  readonly model: string;
  readonly role: Role;
}

/** Whoever sends: one credential on one account with its software and networks. */
export interface Caller {
  readonly account: AccountRecord;
  readonly apiKeyId: string;
  readonly client: ClientSoftware;
  readonly deviceId: string;
  /** The network of a request; a session keeps its network unless the caller rotates. */
  net(sessionId: string): Net;
  /** Overrides what the workload says; null leaves it. */
  readonly profile: Profile | null;
  /** End-user id put on every request that has none; mostly empty. */
  readonly endUserId: string;
  /** Whether a pool uses the caller at a time; always where null. */
  readonly onDuty: ((timeUs: number) => boolean) | null;
  /** The caller takes no requests before and from these times on, microseconds UTC. */
  readonly fromUs: number;
  readonly untilUs: number;
}

/** A source of requests, asked once for each day in order. */
export interface Stream {
  /**
   * Emits the requests that begin on that day (0 is the first), in any order. A session may run past
   * midnight; nothing may be emitted before the day's start.
   */
  day(dayIndex: number, emit: (request: SampleRequest) => void): void;
}

export interface PlannedAccount {
  readonly record: AccountRecord;
  readonly role: Role;
  /** Index into the plan's operators, null where the account belongs to none. */
  readonly operator: number | null;
}

export interface PlannedOperator {
  readonly campaign: string | null;
  readonly mechanisms: readonly Mechanism[];
  readonly isExtraction: boolean;
  readonly accessViolation: boolean;
  readonly together: boolean;
}

export interface FamilyPlan {
  readonly accounts: readonly PlannedAccount[];
  readonly operators: readonly PlannedOperator[];
  readonly streams: readonly Stream[];
}

/** What one instance of a family is given. */
export interface Budget {
  /** Exactly so many accounts are to be planned. */
  readonly accounts: number;
  /** So many requests are expected over the window. */
  readonly requests: number;
  /** Number of this instance within its family, from 0. */
  readonly instance: number;
  readonly world: World;
}

/** One family of the benchmark; each stands in a file of its own in families/. */
export interface Family {
  readonly id: FamilyId;
  readonly title: string;
  readonly malicious: boolean;
  /** Accounts, ground truth and request streams of one instance; all randomness comes from `rng`. */
  plan(rng: Rng, budget: Budget, dial: Dial): FamilyPlan;
}

/** What all families share: the calendar, the networks, the ids already taken. */
export interface World {
  readonly startUs: number;
  readonly days: number;
  /** Exclusive. */
  readonly endUs: number;
  readonly models: {
    readonly large: string;
    readonly small: string;
    readonly old: string;
    readonly next: string;
  };
  /** When `models.next` can first be called. */
  readonly releaseUs: number;
  /** An outage in which errors are frequent. */
  readonly outage: { readonly fromUs: number; readonly untilUs: number };
  readonly context: readonly ContextRow[];
  readonly networks: Networks;
  readonly takenIds: Set<string>;
}
