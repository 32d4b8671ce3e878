import type { EvidenceFamily, Link } from '../../../shared/contract/analysis.ts';
import { kindWords } from './words.ts';

export interface WaterfallBar {
  readonly key: string;
  readonly role: 'prior' | 'item' | 'sum';
  readonly label: string;
  /** The value both accounts share, from the data; null where there is none. */
  readonly value: string | null;
  readonly family: EvidenceFamily | null;
  /** How many accounts carry the value; null where there is none. */
  readonly accounts: number | null;
  readonly bits: number;
  /** Where the bar begins and ends, in bits from even odds. */
  readonly from: number;
  readonly to: number;
}

/** The bars of a link from its prior over each item of evidence to their sum. */
export function waterfallBars({ priorBits, items, bits }: Link): readonly WaterfallBar[] {
  const none = { value: null, family: null, accounts: null };
  const bars: WaterfallBar[] = [
    { ...none, key: 'prior', role: 'prior', label: 'prior', bits: priorBits, from: 0, to: priorBits },
  ];
  let sum = priorBits;
  items.forEach((item, at) => {
    bars.push({
      key: `${at}`,
      role: 'item',
      label: kindWords(item.kind),
      value: item.value,
      family: item.family,
      accounts: item.accountsWithValue,
      bits: item.bits,
      from: sum,
      to: sum + item.bits,
    });
    sum += item.bits;
  });
  bars.push({ ...none, key: 'sum', role: 'sum', label: 'sum', bits, from: 0, to: bits });
  return bars;
}

/** The stretch of bits that all bars and even odds (0) lie in. */
export function waterfallDomain(bars: readonly WaterfallBar[]): readonly [number, number] {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

/** The link between two accounts, whichever way round. */
export function linkBetween(links: readonly Link[], a: string, b: string): Link | undefined {
  return links.find((link) => (link.a === a && link.b === b) || (link.a === b && link.b === a));
}

/** The account at the other end of a link. */
export function otherEnd(link: Link, account: string): string {
  return link.a === account ? link.b : link.a;
}

/** The kinds of evidence of a link, each once, strongest first. */
export function sharedKinds({ items }: Link): string {
  return [...new Set(items.map(({ kind }) => kindWords(kind)))].join(', ');
}

export interface PairChoice {
  readonly account: string;
  /** Of the link to the account chosen first; null where none is kept. */
  readonly bits: number | null;
}

/** Whom an account can be compared with: linked accounts first, strongest first, then the others in their order. */
export function partnersOf(
  accounts: readonly string[],
  links: readonly Link[],
  account: string,
): readonly PairChoice[] {
  const bitsOf = new Map(
    links
      .filter(({ a, b }) => a === account || b === account)
      .map((link) => [otherEnd(link, account), link.bits] as const),
  );
  const choices = accounts
    .filter((other) => other !== account)
    .map((other) => ({ account: other, bits: bitsOf.get(other) ?? null }));
  return [
    ...choices.filter(({ bits }) => bits !== null).sort((one, other) => other.bits! - one.bits!),
    ...choices.filter(({ bits }) => bits === null),
  ];
}
