/**
 * What `truth.json` holds: who was planted, and what. Nothing of it stands in the CSV files.
 *
 * An operator is a group that acts together, or a confounder that looks like one; `together` tells which.
 * Three answers are kept apart, as the product keeps them: who acts together, is it extraction in content,
 * is the access in breach of the terms. An authorised customer who trains a model is (together, extraction,
 * no violation); a grey-market reseller is (together, no extraction, violation); a campaign is all three.
 */
export const MALICIOUS_FAMILIES = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10'] as const;
export type MaliciousFamilyId = (typeof MALICIOUS_FAMILIES)[number];
export type FamilyId =
  | MaliciousFamilyId
  | 'N0'
  | 'N1'
  | 'N2'
  | 'N3'
  | 'N4'
  | 'N5'
  | 'N6'
  | 'N7'
  | 'N8'
  | 'N9'
  | 'N10'
  | 'N11'
  | 'N12'
  | 'N13'
  | 'N14'
  | 'N15';

export const MECHANISMS = [
  /** One prompt skeleton over many accounts. */
  'shared_template',
  /** Items are drawn without repeating. */
  'no_repeat_sampling',
  /** The pool's accounts divide one item list without overlap. */
  'complementary_sharding',
  /** Least-recently-used dispatch: equal load per hour. */
  'equal_load_dispatch',
  /** A task stays on one account for up to an hour and then moves. */
  'sticky_dispatch',
  /** All accounts rise and fall with one job queue. */
  'synchronised_load',
  /** One card for several accounts. */
  'shared_payment',
  /** Several accounts are declared under one company that was made up for it. */
  'shell_company',
  'shared_header_fingerprint',
  'shared_device',
  'shared_system_prompt',
  'shared_network',
  /** Addresses change all the time, over a proxy network that others use too. */
  'proxy_rotation',
  /** Signed up in few bursts. */
  'registration_batch',
  /** E-mail names follow one pattern. */
  'email_pattern',
  /** A stopped account's work goes on in a new one. */
  'succession',
  /** A second pool, prepared, takes over when the first is stopped. */
  'hot_spare_switch',
  /** One fixed demand to write out the reasoning stands in every request. */
  'fixed_reasoning_prompt',
  /** Multi-step tool use is walked through and recorded. */
  'tool_trace_harvest',
  /** Most traffic moves to a new model within a day of its release. */
  'release_pivot',
  /** Few requests an account and day, over the whole window. */
  'slow_and_low',
  /** Generate, criticise, revise: the same item goes through linked stages. */
  'staged_refinement',
  /** Answers are scored by a fixed rubric. */
  'rubric_grading',
  /** Written-out reasoning is sent in to be cleaned and normalised. */
  'reasoning_cleaning',
  /** Real conversations of the operator's own users are passed through. */
  'relayed_sessions',
  /** Conversations end in a demand to write out the reasoning behind a finished answer. */
  'reasoning_restated',
  /** Accounts of different kinds, opened and paid in different ways, on different paths to the model. */
  'varied_accounts',
  /** Exits, software and servers belong to a network that sells access to several principals. */
  'shared_proxy_network',
  /** Many wordings of one demand are tried, most of them refused. */
  'probing_phase',
  /** What was found to work is used on all accounts at once. */
  'scale_up',
  /** Accounts take turns by day and hour. */
  'account_cycling',
  /** Traffic comes over when another provider fails. */
  'provider_failover',
  /** Ordinary work of unrelated people is mixed in. */
  'decoy_traffic',
  /** The same bounded item set is asked again and again. */
  'repeated_items',
] as const;
export type Mechanism = (typeof MECHANISMS)[number];

export type Role =
  | 'harvest'
  | 'grade'
  | 'clean'
  | 'probe'
  /** Prepared and little used, or not yet needed. */
  | 'spare'
  /** Ordinary requests that cover a campaign; only requests have this role, never accounts. */
  | 'decoy'
  | 'seat'
  | 'service'
  | 'individual'
  | 'student'
  | 'reseller_pool';

export interface FamilyTruth {
  id: FamilyId;
  title: string;
  malicious: boolean;
  accounts: number;
  requests: number;
}

export interface OperatorTruth {
  /** `OP-01` and so on, in the order of planning. */
  id: string;
  /** The campaign's name, null for benign groups. */
  campaign: string | null;
  family: FamilyId;
  /** Account ids in ascending order. */
  accounts: string[];
  planted_mechanisms: Mechanism[];
  /** The content is what training another model needs, authorised or not. */
  is_extraction: boolean;
  access_violation: boolean;
  /** The accounts are one actor. False for strangers who merely share a network, a class or software. */
  together: boolean;
}

export interface AccountTruth {
  family: FamilyId;
  /** Same as `family` for benign accounts, null for campaigns. */
  benign_family: FamilyId | null;
  operator: string | null;
  role: Role;
}

export interface SampleTruth {
  seed: number;
  size: 'S' | 'M' | 'L' | 'XL';
  dial: number;
  /** Malicious families that stand in this data set; which ones depends on the seed. */
  campaign_families: MaliciousFamilyId[];
  /** Malicious families that could have been chosen. */
  campaign_families_allowed: MaliciousFamilyId[];
  /** Those that stand in this data set. */
  families: FamilyTruth[];
  operators: OperatorTruth[];
  /** By account id, every account of accounts.csv exactly once. */
  accounts: Record<string, AccountTruth>;
}
