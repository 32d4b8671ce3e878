import { createHash } from 'node:crypto';
import type { TemplateAccount, TemplateRow } from '../../../shared/contract/analysis.ts';
import type { Dataset } from './dataset.ts';
import type { PromptDigests } from './digest-prompts.ts';
import type { Template } from './digest-texts.ts';
import type { Operators } from './find-operators.ts';
import type { FoundTemplate } from './output.ts';
import type { PromptTexts } from './prompt-texts.ts';
import type { StrangersTemplates } from './strangers-templates.ts';
import { maskParts, templateParts } from './template-parts.ts';
import { type TemplateRows, templateRows } from './template-rows.ts';
import { measureSlots } from './template-slots.ts';

/** More than this nobody reads, and what comes later tells least. */
export const MOST_TEMPLATES = 2_000;
/** Accounts kept of those that use a template now and then. */
const MOST_CASUAL = 200;
/** Parts of its requests after which the fillings of a template are counted. */
const EIGHTHS = 8;
const LONGEST_ID = 40;

interface Asked {
  readonly data: Dataset;
  readonly texts: Pick<PromptTexts, 'some' | 'count'>;
}

/**
 * The templates that are a regular part of an account's work, those that tell the most first: by their crowd weight
 * times requests, then by requests, then by id; MOST_TEMPLATES of them at most.
 */
export function keptTemplates(
  { data, texts }: Asked,
  digests: PromptDigests,
  { regular }: Pick<Operators, 'regular'>,
  { crowd }: Pick<StrangersTemplates, 'crowd'>,
): TemplateRows {
  return templateRows(data, digests.template, texts.count, (requests) => {
    const used = new Set(regular);
    used.delete(0);
    return [...used]
      .sort(
        (one, other) =>
          crowd[other] * requests[other] - crowd[one] * requests[one] ||
          requests[other] - requests[one] ||
          byText(digests.templates[one - 1].id, digests.templates[other - 1].id) ||
          one - other,
      )
      .slice(0, MOST_TEMPLATES);
  });
}

/**
 * What the kept templates are and how they are used. All requests of a template count, also those of accounts that
 * use it now and then. Requests of one instant stand in order of accounts, those without a time last.
 */
export function describeTemplates(
  { data, texts }: Asked,
  digests: PromptDigests,
  { codes, rowsOf, placesOf }: TemplateRows,
  { regular, customers }: Pick<Operators, 'regular' | 'customers'>,
  { crowd }: Pick<StrangersTemplates, 'crowd'>,
): FoundTemplate[] {
  const hasSlots = (code: number) => originOf(digests.templates[code - 1]) === 'skeleton';
  const measured = texts.some(codes.flatMap((code, rank) => (hasSlots(code) ? placesOf(rank) : [])));
  const ids = distinctIds(codes.map((code) => digests.templates[code - 1].id));
  return codes.map((code, rank): FoundTemplate => {
    const template = digests.templates[code - 1];
    const from = originOf(template);
    const parts = from === 'hash' ? [] : templateParts(template.text, from);
    const { users, ...use } = measureUse(data, digests.item, rowsOf(rank), regular, customers);
    return {
      row: {
        id: ids[rank],
        from,
        verbatim: template.verbatim,
        name: from === 'hash' ? template.text : null,
        shape: maskParts(parts),
        slots:
          from === 'skeleton'
            ? measureSlots(parts, template.slots, measured, placesOf(rank))
            : Array.from({ length: template.slots }, () => null),
        crowd: crowd[code],
        accounts: users.length,
        ...use,
      },
      text: template.text,
      accounts: keptAccounts(users),
    };
  });
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function originOf({ id, fixedWords }: Template): TemplateRow['from'] {
  if (fixedWords === 0) return 'hash';
  return id.startsWith('frame ') ? 'frame' : 'skeleton';
}

type Use = Pick<
  TemplateRow,
  'requests' | 'regulars' | 'customers' | 'firstUs' | 'lastUs' | 'fillings' | 'fresh' | 'growth'
>;

/** What the rows of one template, in order of time, say of its use. */
function measureUse(
  data: Dataset,
  item: Uint32Array,
  rows: Uint32Array,
  regular: Uint32Array,
  customers: Uint32Array,
): Use & { readonly users: TemplateAccount[] } {
  const asked = new Set<number>();
  const uses = new Map<
    number,
    { requests: number; firstUs: number | null; askedFirst: number; regular: boolean }
  >();
  const growth: number[] = [];
  let known = 0;
  let lastUs: number | null = null;
  rows.forEach((i, at) => {
    const a = data.account[i];
    const timeUs = Number.isNaN(data.timeUs[i]) ? null : data.timeUs[i];
    lastUs = timeUs ?? lastUs;
    // Times ascend, so an account's first row has its first time.
    const user = uses.get(a) ?? { requests: 0, firstUs: timeUs, askedFirst: 0, regular: regular[i] > 0 };
    uses.set(a, user);
    user.requests++;
    if (data.prompt[i] > 0) {
      known++;
      const filling = item[data.prompt[i]];
      if (!asked.has(filling)) user.askedFirst++;
      asked.add(filling);
    }
    while (growth.length < EIGHTHS && (at + 1) * EIGHTHS >= (growth.length + 1) * rows.length)
      growth.push(asked.size);
  });
  const users = [...uses].map(([a, user]) => ({ account: data.accounts[a], ...user }));
  const [first] = rows;
  return {
    requests: rows.length,
    users,
    regulars: users.filter(({ regular }) => regular).length,
    customers: new Set(Array.from(uses.keys(), (a) => customers[a])).size,
    firstUs: Number.isNaN(data.timeUs[first]) ? null : data.timeUs[first],
    lastUs,
    fillings: asked.size,
    fresh: known === 0 ? null : asked.size / known,
    growth,
  };
}

function keptAccounts(accounts: readonly TemplateAccount[]): TemplateAccount[] {
  let casual = 0;
  return accounts
    .toSorted(
      (one, other) =>
        other.askedFirst - one.askedFirst ||
        other.requests - one.requests ||
        byText(one.account, other.account),
    )
    .filter(({ regular }) => regular || casual++ < MOST_CASUAL);
}

/** The digests' own ids, shortened to a hash where they are long, and told apart where two skeletons share one. */
function distinctIds(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.map((own) => {
    const short =
      own.length <= LONGEST_ID ? own : createHash('sha256').update(own).digest('hex').slice(0, LONGEST_ID);
    let id = short;
    for (let n = 2; seen.has(id); n++) id = `${short} (${n})`;
    seen.add(id);
    return id;
  });
}
