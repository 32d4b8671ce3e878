import { comparisonForm } from './comparison-form.ts';

/** An address as eight groups of 16 bits; IPv4 as four groups of 8 bits. */
export type Groups = readonly number[];

export interface Address {
  readonly version: 4 | 6;
  readonly groups: Groups;
  /** How many leading bits are known: fewer than all where the rest is masked. */
  readonly knownBits: number;
}

/** No spelling of an address is longer, zone names included. */
const LONGEST = 120;

/**
 * The address a text holds: IPv4, IPv6, IPv4 inside IPv6 (taken as IPv4), with a port, brackets, a zone or a
 * prefix length. Masked ends, as in `192.0.2.***` or `192.0.2.x`, make only the bits before them known. Octets
 * with leading zeros are refused: programs differ in whether they are octal.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined;
  const form = comparisonForm(text);
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(form);
  const inner = (bracketed ? bracketed[1] : form.replace(/^([^:]+\..+):\d{1,5}$/, '$1')).replace(
    /%[^/]*/,
    '',
  );
  const [, address, prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(inner) ?? [];
  if (address === undefined) return undefined;
  const parsed = parseV4(address) ?? parseV6(address);
  if (!parsed) return undefined;
  if (prefix === undefined) return parsed;
  const inV6 = address.includes(':') && parsed.version === 4 ? 96 : 0;
  const bits = Number(prefix) - inV6;
  return bits < 0 || bits > sizeOf(parsed)
    ? undefined
    : { ...parsed, knownBits: Math.min(bits, parsed.knownBits) };
}

/** Canonical text of a whole address (IPv6 as RFC 5952 spells it); undefined when part of it is masked. */
export function ipAddress(text: string): string | undefined {
  const address = parseAddress(text);
  return address && address.knownBits === sizeOf(address) ? spell(address) : undefined;
}

export const sizeOf = ({ version }: Pick<Address, 'version'>) => (version === 4 ? 32 : 128);

export function spell({ version, groups }: Pick<Address, 'version' | 'groups'>): string {
  if (version === 4) return groups.join('.');
  const zeros = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (!zeros) return hex.join(':');
  return `${hex.slice(0, zeros.from).join(':')}::${hex.slice(zeros.to).join(':')}`;
}

/** The first longest run of at least two zero groups. */
function longestZeros(groups: Groups): { from: number; to: number } | undefined {
  let best: { from: number; to: number } | undefined;
  for (let from = 0; from < groups.length; from++) {
    let to = from;
    while (to < groups.length && groups[to] === 0) to++;
    if (to - from >= 2 && to - from > (best ? best.to - best.from : 0)) best = { from, to };
    from = Math.max(from, to - 1);
  }
  return best;
}

const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const MASK = /^[*x]{1,3}$/;

function parseV4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let known = parts.findIndex((part) => MASK.test(part));
  if (known < 0) known = 4;
  if (known === 0 || !parts.slice(known).every((part) => MASK.test(part))) return undefined;
  const groups = parts.map((part, i) => (i < known ? (OCTET.test(part) ? Number(part) : 256) : 0));
  return groups.every((group) => group < 256) ? { version: 4, groups, knownBits: known * 8 } : undefined;
}

function parseV6(text: string): Address | undefined {
  if (!text.includes(':')) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const sides = halves.map((half) => (half === '' ? [] : groupsOf(half)));
  const [head, tail = []] = sides;
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array<number>(halves.length === 2 ? missing : 0).fill(0), ...tail];
  const masked = all.indexOf(MASKED);
  const known = masked < 0 ? 8 : masked;
  if (known === 0 || !all.slice(known).every((group) => group === MASKED)) return undefined;
  const groups = all.map((group) => (group === MASKED ? 0 : group));
  const isMapped = known === 8 && groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return { version: 6, groups, knownBits: known * 16 };
  return {
    version: 4,
    groups: [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255],
    knownBits: 32,
  };
}

const MASKED = -1;

/** The groups between colons, the last of which may be an IPv4 address; undefined when one is none. */
function groupsOf(text: string): number[] | undefined {
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else if (/^[*x]{1,4}$/.test(part)) groups.push(MASKED);
    else {
      const v4 = i === parts.length - 1 ? parseV4(part) : undefined;
      if (!v4 || v4.knownBits < 32) return undefined;
      const [a, b, c, d] = v4.groups;
      groups.push((a << 8) | b, (c << 8) | d);
    }
  }
  return groups;
}
