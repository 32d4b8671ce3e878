import { type AccountTraits, accountTraits } from '../../../../electron/engine/analysis/account-traits.ts';
import { buildCohorts } from '../../../../electron/engine/analysis/cohorts.ts';
import {
  CAPABILITIES,
  type Capability,
} from '../../../../electron/engine/analysis/content/capability-rules.ts';
import type { ContentFlag } from '../../../../electron/engine/analysis/content/content-rules.ts';
import { flagBit } from '../../../../electron/engine/analysis/content/flag-content.ts';
import { customers } from '../../../../electron/engine/analysis/customers.ts';
import type { Coded, Dataset } from '../../../../electron/engine/analysis/dataset.ts';
import type { PromptDigests } from '../../../../electron/engine/analysis/digest-prompts.ts';
import type { Template } from '../../../../electron/engine/analysis/digest-texts.ts';
import { establishedFirms } from '../../../../electron/engine/analysis/established-firms.ts';
import { identifierLists } from '../../../../electron/engine/analysis/identifier-values.ts';
import { linkAccounts } from '../../../../electron/engine/analysis/links/link-accounts.ts';
import type { SignalContext } from '../../../../electron/engine/analysis/signals/signal.ts';
import { rowTopics } from '../../../../electron/engine/analysis/topics/row-topics.ts';
import type { AccountRecord, ContextEvent } from '../../../../shared/contract/records.ts';

const CODED = [
  'organization',
  'apiKey',
  'ip',
  'asn',
  'country',
  'userAgent',
  'headerFingerprint',
  'device',
  'endUser',
  'model',
  'endpoint',
  'status',
  'stopReason',
  'toolsHash',
  'systemHash',
  'topic',
] as const;
const NUMBERS = ['inputTokens', 'outputTokens', 'latencyMs', 'temperature', 'maxTokens'] as const;
type CodedName = (typeof CODED)[number];
type NumberName = (typeof NUMBERS)[number];

/** One request in words; whatever is left out is absent. */
export interface TinyRequest
  extends Partial<Readonly<Record<CodedName, string>>>,
    Partial<Readonly<Record<NumberName, number>>> {
  readonly account: string;
  readonly timeUs?: number;
  readonly session?: string;
  /** Requests of one text; made up from what follows when that is given alone. One prompt has one item, flags... */
  readonly prompt?: string;
  /** Name of the template it follows. */
  readonly template?: string;
  /** What it asks about; else the prompt's own. */
  readonly item?: string;
  readonly flags?: readonly ContentFlag[];
  readonly capability?: Capability;
}

export interface TinyOptions {
  /** Rows of the accounts table; accounts without requests come in by these. */
  readonly records?: readonly (Partial<AccountRecord> & { readonly account: string })[];
  readonly operators?: readonly (readonly string[])[];
  readonly events?: readonly ContextEvent[];
  /** Departures from a template of one slot and eight fixed words. */
  readonly templates?: Readonly<Record<string, Partial<Template>>>;
  /** Prompts with a text; else all. */
  readonly texts?: number;
  /** Whether topics may be computed from the prompts; else those given count, if any. */
  readonly computesTopics?: boolean;
  readonly seed?: number;
}

const NO_RECORD: Omit<AccountRecord, 'account'> = {
  accountId: 0,
  source: 'records',
  row: 1,
  organizationId: null,
  createdUs: null,
  plan: null,
  signupRoute: null,
  email: null,
  phoneHash: null,
  paymentFingerprint: null,
  cardBin: null,
  kycLevel: null,
  declaredUse: null,
  trainingAllowed: null,
  reseller: null,
  status: null,
  statusChangedUs: null,
  unread: {},
  extra: {},
};

/** What signals see of these requests, in any order. */
export function tiny(requests: readonly TinyRequest[], options: TinyOptions = {}): SignalContext {
  const records = (options.records ?? []).map((record) => ({ ...NO_RECORD, ...record }));
  const accounts = [...new Set([...requests, ...records].map(({ account }) => account))].sort((one, other) =>
    one < other ? -1 : 1,
  );
  const indexOf = new Map(accounts.map((account, a) => [account, a]));
  const at = (account: string): number => indexOf.get(account) ?? Number.NaN;
  const rows = [...requests].sort(
    (one, other) =>
      at(one.account) - at(other.account) ||
      (one.timeUs ?? Number.MAX_SAFE_INTEGER) - (other.timeUs ?? Number.MAX_SAFE_INTEGER),
  );
  const from = new Uint32Array(accounts.length + 1);
  for (const { account } of rows) from[at(account) + 1]++;
  for (let a = 0; a < accounts.length; a++) from[a + 1] += from[a];
  const prompt = coded(rows.map(promptOf));
  const data = {
    rows: rows.length,
    accounts,
    from,
    account: Uint32Array.from(rows, ({ account }) => at(account)),
    timeUs: Float64Array.from(rows, ({ timeUs }) => timeUs ?? Number.NaN),
    ...(Object.fromEntries(
      CODED.map((name): [string, Coded] => [name, coded(rows.map((row) => row[name]))]),
    ) as Record<CodedName, Coded>),
    ...(Object.fromEntries(
      NUMBERS.map((name) => [name, Float32Array.from(rows, (row) => row[name] ?? Number.NaN)]),
    ) as Record<NumberName, Float32Array>),
    session: coded(rows.map(({ session }) => session)).codes,
    prompt: prompt.codes,
    prompts: prompt.values.length,
  };
  const traits: AccountTraits[] = accountTraits(data, records);
  const lists = identifierLists(data, traits);
  const operators = (options.operators ?? []).map((members) => Uint32Array.from(members, at).sort());
  const operatorOf = new Int32Array(accounts.length).fill(-1);
  operators.forEach((members, o) => {
    for (const a of members) operatorOf[a] = o;
  });
  const seed = options.seed ?? 1;
  const singles = { community: Uint32Array.from(accounts.keys()), communities: accounts.length };
  return {
    data,
    digests: digest(rows, data, prompt, options),
    topics: rowTopics(data, {
      count: options.computesTopics ? data.prompts : 0,
      text: (place) => prompt.values[place],
    }),
    traits,
    cohorts: buildCohorts(traits),
    events: options.events ?? [],
    lists,
    links: linkAccounts(
      {
        accounts: accounts.length,
        organization: new Uint32Array(accounts.length),
        lists: lists.map(({ list }) => list),
      },
      { seed },
    ),
    customers: customers(
      coded(traits.map(({ organization }) => organization || undefined)).codes,
      establishedFirms(traits, singles),
      traits.map(({ record }) => record !== null),
      singles,
    ),
    operatorOf,
    operators,
    seed,
  };
}

function promptOf({ prompt, template, item, flags, capability }: TinyRequest): string | undefined {
  if (prompt !== undefined) return prompt;
  const made = [template, item, flags?.join(' '), capability];
  return made.every((part) => part === undefined) ? undefined : made.join(' | ');
}

function digest(
  rows: readonly TinyRequest[],
  data: Dataset,
  prompt: Coded,
  { templates = {}, texts }: TinyOptions,
): PromptDigests {
  const template = coded(rows.map((row) => row.template));
  const items = new Map<string, number>();
  const item = new Uint32Array(data.prompts + 1);
  const flags = new Uint32Array(data.prompts + 1);
  const capability = new Uint8Array(data.prompts + 1);
  rows.forEach((row, i) => {
    const code = prompt.codes[i];
    if (code === 0) return;
    const about = row.item === undefined ? `prompt ${prompt.values[code - 1]}` : `item ${row.item}`;
    if (!items.has(about)) items.set(about, items.size + 1);
    item[code] = items.get(about) ?? 0;
    flags[code] = (row.flags ?? []).reduce((mask, flag) => mask | flagBit(flag), 0);
    capability[code] = CAPABILITIES.indexOf(row.capability ?? 'other');
  });
  return {
    template: template.codes,
    templates: template.values.map((name, t) => ({
      id: name,
      text: name,
      requests: template.codes.reduce((sum, code) => sum + (code === t + 1 ? 1 : 0), 0),
      fixedWords: 8,
      verbatim: false,
      slots: 1,
      ...templates[name],
    })),
    item,
    flags,
    capability,
    texts: texts ?? data.prompts,
  };
}

function coded(texts: readonly (string | undefined)[]) {
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  const codes = Uint32Array.from(texts, (text) => {
    if (text === undefined) return 0;
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    const code = values.push(text);
    codeOf.set(text, code);
    return code;
  });
  return { codes, values };
}
