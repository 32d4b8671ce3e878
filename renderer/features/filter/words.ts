import type { Chip, ChipField } from '../../../shared/contract/filters.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import type { Range } from '../../store/view-history.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

interface FieldWords {
  /** Before a value: `model is`. */
  readonly is: string;
  /** What the field is of, for choosing it. */
  readonly about: string;
  /** What a chip says of requests or accounts that state none; null where there is no such chip. */
  readonly none: string | null;
}

/** How each field is spoken of, in the order of the list to choose from. */
export const FIELD_WORDS: Readonly<Record<ChipField, FieldWords>> = {
  model: { is: 'model is', about: 'requests to a model', none: 'no model stated' },
  status: { is: 'status', about: 'requests answered with a status', none: 'no status stated' },
  topic: { is: 'topic is', about: 'requests on a topic', none: 'no topic stated' },
  endpoint: { is: 'endpoint is', about: 'requests to an endpoint', none: 'no endpoint stated' },
  account: { is: 'account', about: 'all requests of an account', none: null },
  operator: { is: 'operator', about: 'all requests of the accounts of an operator', none: 'no operator' },
  organisation: {
    is: 'organisation is',
    about: 'of accounts of an organisation',
    none: 'no organisation stated',
  },
  plan: { is: 'plan is', about: 'of accounts on a plan', none: 'no plan stated' },
  tag: { is: 'tag', about: 'of accounts with a tag', none: 'no tag' },
  identifier: { is: 'identifier', about: 'of accounts that share an identifier', none: null },
  template: { is: 'template', about: 'of accounts that use a template', none: null },
  text: { is: 'prompts with', about: 'of accounts whose prompts hold words', none: null },
};

/** A chip in parts: words of the product, and values of the data, which may be anything. */
export interface ChipPart {
  readonly value: boolean;
  readonly text: string;
}

/** More values of one chip than this are counted. */
const MOST_SHOWN = 2;

/** `model is kestrel-2`, `not status 429 or 500`, `no tag`, and for its opposite `some tag`. */
export function chipParts({
  field,
  values,
  negate,
}: Pick<Chip, 'field' | 'values' | 'negate'>): readonly ChipPart[] {
  const { is, none } = FIELD_WORDS[field];
  const words = (text: string): ChipPart => ({ value: false, text });
  const stated = values.filter((value) => value !== null);
  if (negate && stated.length === 0) return [words(`some ${field}`)];
  const begin = !negate ? is : is.endsWith(' is') ? `${is} not` : `not ${is}`;
  const parts: ChipPart[] = stated.length > 0 ? [words(`${begin} `)] : [];
  stated.slice(0, MOST_SHOWN).forEach((text, index) => {
    if (index > 0) parts.push(words(index === stated.length - 1 ? ' or ' : ', '));
    parts.push({ value: true, text });
  });
  const more = stated.length - MOST_SHOWN;
  if (more > 0) parts.push(words(` or one of ${formatCount(more)} more`));
  if (stated.length < values.length)
    parts.push(words(`${stated.length > 0 ? ' or ' : ''}${none ?? 'none stated'}`));
  return parts;
}

/** The same as one text, for names; what is hidden in values is spelled out. */
export function chipText(chip: Pick<Chip, 'field' | 'values' | 'negate'>): string {
  return chipParts(chip)
    .map(({ value, text }) => (value ? shownText(text, { max: 60 }) : text))
    .join('');
}

/** `from 2026-05-04 06:00 to 2026-05-14 18:00 Europe/Berlin`, and for its opposite `outside of 2026-05-04 …`. */
export function rangeWords(
  { fromUs, toUs, negate }: Range & { readonly negate?: boolean },
  zone: string,
): string {
  const time = (us: number) => formatTime(zoneOf(zone), us, 'minute');
  return `${negate ? 'outside of' : 'from'} ${time(fromUs)} to ${time(toUs)} ${zone}`;
}

/** `4,210 of 303,784 requests, 26 of 2,500 accounts`. */
export function leftWords(left: {
  readonly requests: number;
  readonly allRequests: number;
  readonly accounts: number;
  readonly allAccounts: number;
}): string {
  const requests = `${formatCount(left.requests)} of ${formatUnits(left.allRequests, 'request')}`;
  return `${requests}, ${formatCount(left.accounts)} of ${formatUnits(left.allAccounts, 'account')}`;
}
