import { type Address, type Groups, parseAddress, spell } from './ip-address.ts';

/** Leading bits by which addresses are taken to lie in one network. */
const NETWORK_BITS = { 4: 24, 6: 48 } as const;

/** The /24 (IPv4) or /48 (IPv6) an address lies in, as `192.0.2.0/24`; undefined when that much is not known. */
export function networkOf(text: string): string | undefined {
  const address = parseAddress(text);
  if (!address) return undefined;
  const bits = NETWORK_BITS[address.version];
  if (address.knownBits < bits) return undefined;
  return `${spell({ version: address.version, groups: masked(address, bits) })}/${bits}`;
}

/** Whether a network says anything about who uses it; only `public` and `documentation` do. */
export type NetworkClass =
  | 'public'
  /** Used again in every house: 10/8, 172.16/12, 192.168/16, fc00::/7. */
  | 'private'
  /** Carrier-grade NAT, 100.64/10: strangers behind one provider. */
  | 'shared'
  | 'loopback'
  | 'link_local'
  | 'multicast'
  /** Set aside for examples and benchmarks: where they occur, made-up data uses them as public ones. */
  | 'documentation'
  | 'reserved';

const RANGES: readonly (readonly [range: string, of: NetworkClass])[] = [
  ['0.0.0.0/8', 'reserved'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link_local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'documentation'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::1/128', 'loopback'],
  ['::/8', 'reserved'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link_local'],
  ['fec0::/10', 'private'],
  ['ff00::/8', 'multicast'],
  ['100::/64', 'reserved'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
];
const PARSED = RANGES.map(([range, of]) => ({ range: parseAddress(range) as Address, of }));

/** What kind of network an address or network lies in; undefined when the text is neither. */
export function networkClass(ip: string): NetworkClass | undefined {
  const address = parseAddress(ip);
  if (!address) return undefined;
  const found = PARSED.find(
    ({ range }) =>
      range.version === address.version &&
      range.knownBits <= address.knownBits &&
      String(masked(address, range.knownBits)) === String(range.groups),
  );
  return found?.of ?? 'public';
}

function masked({ version, groups }: Address, bits: number): Groups {
  const size = version === 4 ? 8 : 16;
  return groups.map((group, i) => {
    const kept = Math.min(Math.max(bits - i * size, 0), size);
    return group & ~((1 << (size - kept)) - 1);
  });
}
