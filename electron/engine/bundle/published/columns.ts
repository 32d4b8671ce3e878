import type { RequestField } from '../../../../shared/contract/imports.ts';
import type { RecordKind } from '../../../../shared/records/records.ts';
import type { SecretKind } from '../redact/redactor.ts';

/**
 * What redaction does with a string: `plain` leaves it, a kind of secret replaces it as a whole, `text` looks for
 * secrets in it, `words` does so too and knows references in double brackets, `reference` is one such reference.
 */
export type Hide = 'plain' | 'text' | 'words' | 'reference' | SecretKind;

/** By name of the property that holds the string or the list of it, at any depth; what is not named is `text`. */
export type JsonHides = Readonly<Record<string, Hide>>;

/** Fields of a request. Numbers are left as they are. */
export const REQUEST_HIDES: Partial<Readonly<Record<RequestField, Hide>>> = {
  request_id: 'request',
  account_id: 'account',
  organization_id: 'organization',
  api_key_id: 'key',
  session_id: 'session',
  ip: 'ip',
  asn: 'plain',
  country: 'plain',
  user_agent: 'text',
  header_fingerprint: 'other identifier',
  device_id: 'device',
  end_user_id: 'end user',
  model: 'text',
  endpoint: 'text',
  status: 'plain',
  stop_reason: 'plain',
  tools_hash: 'prompt',
  system_hash: 'prompt',
  topic: 'text',
  prompt_hash: 'prompt',
  prompt_text: 'text',
};

/** Values of identifiers and of evidence that ties accounts, by their kind; of any other kind `text`. */
export const IDENTIFIER_HIDES: Readonly<Record<string, Hide>> = {
  payment_fingerprint: 'payment',
  card_bin: 'plain',
  device: 'device',
  header_fingerprint: 'other identifier',
  ip: 'ip',
  network: 'ip',
  asn: 'plain',
  phone: 'phone',
  email: 'email',
  email_skeleton: 'email',
  email_domain: 'organization',
  email_pattern: 'email',
  api_key: 'key',
  end_user: 'end user',
  organization: 'organization',
  firm: 'organization',
};

/** Values of the conditions of a filter, by their field. */
export const CHIP_HIDES: Readonly<Record<string, Hide>> = {
  account: 'account',
  operator: 'plain',
  organisation: 'organization',
  template: 'plain',
  status: 'plain',
};

/** Names that mean the same wherever they stand in what an analysis found. */
const ANALYSIS: JsonHides = {
  account: 'account',
  accounts: 'account',
  a: 'account',
  b: 'account',
  id: 'plain',
  operator: 'plain',
  likelihood: 'plain',
  confidence: 'plain',
  kind: 'plain',
  family: 'plain',
};

export const ANALYSIS_HIDES = {
  account: ANALYSIS,
  operator: ANALYSIS,
  link: ANALYSIS,
  ties: ANALYSIS,
  template: { ...ANALYSIS, from: 'plain', type: 'plain', name: 'prompt' },
  user: ANALYSIS,
  cohort: { ...ANALYSIS, trait: 'plain' },
  /** The cohorts' decisions that an analysis was given. */
  decisions: { account: 'account', leftOut: 'account', reference: 'plain', traits: 'plain' },
} as const satisfies Readonly<Record<string, JsonHides>>;

interface RecordHides {
  readonly id: Hide;
  readonly body: JsonHides;
}

const PLAIN_MADE: JsonHides = {
  author: 'plain',
  finding: 'plain',
  status: 'plain',
  likelihood: 'plain',
  confidence: 'plain',
  changedBy: 'plain',
};

/** What people wrote. The id of a code, which names its account too, is put together anew; see redact-record.ts. */
export const RECORD_HIDES: Readonly<Record<RecordKind, RecordHides>> = {
  property: { id: 'plain', body: { value: 'text' } },
  person: { id: 'plain', body: { role: 'words' } },
  annotation: {
    id: 'plain',
    body: { ...PLAIN_MADE, on: 'reference', account: 'account', kind: 'plain', text: 'words' },
  },
  tag: { id: 'words', body: { meaning: 'words' } },
  finding: {
    id: 'plain',
    body: {
      ...PLAIN_MADE,
      claim: 'words',
      scope: 'reference',
      confidenceReason: 'words',
      reasoning: 'words',
      changeMind: 'words',
      missing: 'words',
    },
  },
  exhibit: {
    id: 'plain',
    body: {
      ...PLAIN_MADE,
      title: 'words',
      query: 'plain',
      version: 'plain',
      dataHash: 'plain',
      rowsHash: 'plain',
      resultHash: 'plain',
      picture: 'plain',
      account: 'account',
      accounts: 'account',
      a: 'account',
      b: 'account',
      operator: 'plain',
      template: 'plain',
      facets: 'plain',
      field: 'plain',
    },
  },
  picture: { id: 'plain', body: {} },
  verdict: { id: 'plain', body: { ...PLAIN_MADE, verdict: 'plain', reason: 'words', about: 'plain' } },
  hypothesis: {
    id: 'plain',
    body: { ...PLAIN_MADE, title: 'words', text: 'words', alternative: 'plain' },
  },
  evidence: {
    id: 'plain',
    body: {
      ...PLAIN_MADE,
      title: 'words',
      exhibit: 'plain',
      operator: 'plain',
      of: 'plain',
      name: 'plain',
      credibility: 'plain',
    },
  },
  rating: { id: 'plain', body: { ...PLAIN_MADE, consistency: 'plain' } },
  group: {
    id: 'plain',
    body: {
      ...PLAIN_MADE,
      of: 'plain',
      how: 'plain',
      title: 'words',
      accounts: 'account',
      from: 'plain',
      operator: 'plain',
      reason: 'words',
    },
  },
  sample: {
    id: 'plain',
    body: { operator: 'plain', question: 'words', account: 'account', stratum: 'plain', drawnBy: 'plain' },
  },
  code: { id: 'plain', body: { sample: 'plain', code: 'plain', note: 'words', coder: 'plain' } },
  review: { id: 'plain', body: { findings: 'plain' } },
  conflict: { id: 'plain', body: { kind: 'plain', field: 'plain', author: 'plain' } },
  mergedCopy: { id: 'plain', body: { custodyHead: 'plain', by: 'plain' } },
  assumption: { id: 'plain', body: { author: 'plain' } },
  cohortRule: { id: 'plain', body: { traits: 'plain' } },
  cohortMove: { id: 'account', body: {} },
  cohortLeftOut: { id: 'account', body: {} },
  referenceSource: { id: 'plain', body: {} },
  graphPlace: { id: 'plain', body: {} },
  savedView: { id: 'plain', body: {} },
};

/** Properties of a case that a program reads. */
export const PLAIN_PROPERTIES: ReadonlySet<string> = new Set([
  'id',
  'handling',
  'pap',
  'timeZone',
  'createdUs',
]);

/** What never leaves, whatever is chosen. */
export const KEPT_RECORDS: ReadonlySet<RecordKind> = new Set(['graphPlace', 'savedView']);

/** What an entry of the custody log says of itself; its details are looked through. */
export const CUSTODY_PLAIN: ReadonlySet<string> = new Set([
  'seq',
  'prev',
  'at',
  'local',
  'atUs',
  'author',
  'action',
  'app',
]);
