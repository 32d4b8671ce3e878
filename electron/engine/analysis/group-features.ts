import { domainClass } from '../identifiers/email-domains.ts';
import { normalise } from '../identifiers/kinds.ts';
import { type AccountTraits, isStopped } from './account-traits.ts';
import { isHighTrainingValue } from './content/classify-capability.ts';
import type { ContentFlag } from './content/content-rules.ts';
import { flagBit } from './content/flag-content.ts';
import { contractTerm } from './contract-terms.ts';
import type { Dataset } from './dataset.ts';
import type { PromptDigests } from './digest-prompts.ts';
import type { Firms } from './established-firms.ts';
import type { StrangersTemplates } from './strangers-templates.ts';

/** Forms of prompts whose answers serve to train another model; others are common in ordinary use. */
const TRAINING_FORMS: readonly ContentFlag[] = [
  'reasoning_in_tags',
  'reasoning_restated',
  'reasoning_verbatim',
  'working_memory_translated',
  'thinking_language',
  'thinking_aloud',
  'rubric_score',
  'pair_comparison',
  'trace_cleaning',
  'task_generation',
  'training_data',
  'tool_trace',
  'best_of_n',
];
export const TRAINING_MASK = TRAINING_FORMS.reduce((mask, flag) => mask | flagBit(flag), 0);

/** What is measured of a group of accounts; shares lie in [0, 1]. Missing data give the value that says nothing. */
export interface GroupFeatures {
  readonly accounts: number;
  readonly requests: number;
  readonly sessions: number;
  /** Requests that follow a template with something filled in. */
  readonly templated: number;
  /** Of those, the share whose filling the group asks about for the first time. */
  readonly fresh: number;
  /** Of those, the share in templates that at least two, and three in ten, of the accounts use. */
  readonly sharedTemplates: number;
  /** Requests with something filled in whose templates strangers share, and a crowd of them; see `strangersTemplates`. */
  readonly strangersTemplates: number;
  readonly crowdTemplates: number;
  /**
   * Requests that send the same words again and again, as a crowd of strangers does, where the answers serve to train
   * another model; other words that strangers repeat are the checks and greetings of their software.
   */
  readonly crowdDemands: number;
  /** Requests with a form whose answers serve to train another model. */
  readonly trainingForms: number;
  /** Requests that draw on capabilities of high training value. */
  readonly highValue: number;
  /** Requests with another prompt than any other of the group. */
  readonly distinct: number;
  /** Requests that name an end user, and how many end users there are to a hundred requests. */
  readonly endUsers: number;
  /** Accounts outside the largest customer they say they are: a firm, an organisation, a card. */
  readonly claims: number;
  /** Accounts without an organisation, firm or business check behind them. */
  readonly unidentified: number;
  readonly disposableMail: number;
  /** Accounts allowed to train on answers, or to resell, of those whose contract is known to say so either way. */
  readonly authorised: number;
  readonly resellers: number;
  /** Accounts that were stopped. */
  readonly stopped: number;
  /** Mean over accounts of the networks (ASN) an account's requests come from. */
  readonly networks: number;
  /** Mean output tokens of a request. */
  readonly outputTokens: number;
  /** Refused requests. */
  readonly refused: number;
}

export interface FeatureInput {
  readonly data: Dataset;
  readonly digests: PromptDigests;
  readonly traits: readonly AccountTraits[];
  readonly firms: Firms;
  readonly customers: Uint32Array;
  readonly regular: Uint32Array;
  readonly strangers: StrangersTemplates;
}

const BUSINESS = /business|enterprise|compan|organi[sz]ation|contract/i;
const REFUSED = /refus|content_filter|safety/i;

/** Measures groups of accounts; each costs time in proportion to its requests. */
export class FeatureReader {
  private readonly input: FeatureInput;
  private readonly fills: Uint8Array;
  private readonly training: readonly (boolean | null)[];
  private readonly resale: readonly (boolean | null)[];
  private readonly refusals: Uint8Array;

  constructor(input: FeatureInput) {
    this.input = input;
    const { templates } = input.digests;
    const { traits, customers } = input;
    this.training = contractTerm(traits, customers, ({ trainingAllowed }) => trainingAllowed);
    this.resale = contractTerm(traits, customers, ({ reseller }) => reseller);
    this.fills = Uint8Array.from([0, ...templates.map(({ verbatim }) => (verbatim ? 0 : 1))]);
    this.refusals = Uint8Array.from([
      0,
      ...input.data.stopReason.values.map((reason) => (REFUSED.test(reason) ? 1 : 0)),
    ]);
  }

  read(members: ArrayLike<number>): GroupFeatures {
    return { ...this.readContent(members), ...this.readAccess(members) };
  }

  private readContent(members: ArrayLike<number>) {
    const { data, digests, regular: regularOf, strangers: weights } = this.input;
    const users = new Map<number, { accounts: number; last: number; requests: number }>();
    const fillings = new Set<number>();
    const prompts = new Set<number>();
    const sessions = new Set<number>();
    const endUsers = new Set<number>();
    let [requests, templated, forms, highValue, withPrompt, withEndUser, refused] = [0, 0, 0, 0, 0, 0, 0];
    let [tokens, withTokens, networks, strangers, crowd, demands] = [0, 0, 0, 0, 0, 0];
    for (let m = 0; m < members.length; m++) {
      const asns = new Set<number>();
      for (let i = data.from[members[m]]; i < data.from[members[m] + 1]; i++) {
        requests++;
        const prompt = data.prompt[i];
        const template = digests.template[i];
        if (prompt > 0) {
          withPrompt++;
          prompts.add(prompt);
          if (digests.flags[prompt] & TRAINING_MASK) forms++;
          if (isHighTrainingValue(digests.capability[prompt])) highValue++;
        }
        const regular = regularOf[i];
        if (this.fills[regular]) {
          strangers += weights.shared[regular];
          crowd += weights.crowd[regular];
        } else if (digests.flags[prompt] & TRAINING_MASK) demands += weights.crowd[regular];
        if (template > 0 && this.fills[template]) {
          templated++;
          fillings.add(template * 0x1_0000_0000 + digests.item[prompt]);
          const user = users.get(template) ?? { accounts: 0, last: -1, requests: 0 };
          if (user.last !== m) user.accounts++;
          user.last = m;
          user.requests++;
          users.set(template, user);
        }
        if (data.session[i] > 0) sessions.add(data.session[i]);
        if (data.endUser.codes[i] > 0) {
          withEndUser++;
          endUsers.add(data.endUser.codes[i]);
        }
        if (data.asn.codes[i] > 0) asns.add(data.asn.codes[i]);
        refused += this.refusals[data.stopReason.codes[i]];
        if (data.outputTokens[i] >= 0) {
          tokens += data.outputTokens[i];
          withTokens++;
        }
      }
      networks += asns.size;
    }
    const many = Math.max(2, 0.3 * members.length);
    let shared = 0;
    for (const user of users.values()) if (user.accounts >= many) shared += user.requests;
    return {
      accounts: members.length,
      requests,
      sessions: sessions.size,
      templated: share(templated, requests),
      fresh: share(fillings.size, templated),
      sharedTemplates: share(shared, templated),
      strangersTemplates: share(strangers, requests),
      crowdTemplates: share(crowd, requests),
      crowdDemands: share(demands, requests),
      trainingForms: share(forms, withPrompt),
      highValue: share(highValue, withPrompt),
      distinct: share(prompts.size, withPrompt),
      endUsers: share(withEndUser, requests) * Math.min(1, share(endUsers.size, requests) * 100),
      networks: networks / members.length,
      outputTokens: share(tokens, withTokens),
      refused: share(refused, requests),
    };
  }

  private readAccess(members: ArrayLike<number>) {
    const { traits, firms, customers } = this.input;
    const claims = new Map<number, number>();
    let [unidentified, disposable, stopped, known] = [0, 0, 0, 0];
    const training = new Said();
    const resale = new Said();
    for (let m = 0; m < members.length; m++) {
      const a = members[m];
      const { record } = traits[a];
      const firm = firms.of[a];
      const business = record !== null && BUSINESS.test(`${record.kycLevel} ${record.plan}`);
      claims.set(customers[a], (claims.get(customers[a]) ?? 0) + 1);
      if (firm === 0 && !business) unidentified++;
      training.count(this.training[a]);
      resale.count(this.resale[a]);
      if (!record) continue;
      known++;
      const domain = record.email ? normalise('email_domain', record.email) : undefined;
      if (domain !== undefined && domainClass(domain) === 'disposable') disposable++;
      if (isStopped(record)) stopped++;
    }
    return {
      claims: 1 - Math.max(...claims.values()) / members.length,
      unidentified: unidentified / members.length,
      disposableMail: share(disposable, known),
      authorised: training.share,
      resellers: resale.share,
      stopped: share(stopped, known),
    };
  }
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** How many said yes, of those who said anything. */
class Said {
  private yes = 0;
  private any = 0;

  count(said: boolean | null): void {
    if (said === null) return;
    this.any++;
    if (said) this.yes++;
  }

  get share(): number {
    return share(this.yes, this.any);
  }
}
