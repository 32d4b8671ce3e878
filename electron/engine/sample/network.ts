import type { Rng } from '../rng.ts';
import type { Net } from './sample-types.ts';

/**
 * Addresses and networks are from the ranges set aside for documentation, benchmarking, shared and private
 * use (RFC 5737, 2544, 6598, 3849; AS numbers RFC 5398, 6996), so none belongs to anybody.
 * Countries are drawn alike for every family: no family can be told by geography.
 */
const COUNTRIES = [
  'US',
  'US',
  'US',
  'GB',
  'DE',
  'FR',
  'IN',
  'IN',
  'BR',
  'JP',
  'CA',
  'SG',
  'NL',
  'ES',
  'MX',
  'AU',
  'PL',
  'KR',
];

interface Provider {
  readonly asn: number;
  readonly country: string;
}

/** The networks of one data set; every method draws from the generator it is given. */
export interface Networks {
  /** An own address at home or in an office. */
  home(rng: Rng): Net;
  /** One of few addresses behind which many strangers sit: mobile carriers. */
  carrier(rng: Rng): Net;
  /** One of the exits of commercial VPN and proxy services; campaigns and ordinary people use the same. */
  proxyExit(rng: Rng): Net;
  /** One of the shared egress addresses of cloud regions. */
  cloud(rng: Rng): Net;
  /** A short run of neighbouring addresses of one organisation. */
  block(rng: Rng, addresses: number): Net[];
  /** Addresses of a hosting company's servers that come and go: a new one at each call. */
  ephemeral(rng: Rng): Net;
}

export function makeNetworks(rng: Rng, accounts: number): Networks {
  const carriers: Provider[] = Array.from({ length: 12 }, (_, at) => ({
    asn: 64_496 + at,
    country: COUNTRIES[at % COUNTRIES.length]!,
  }));
  const homes: Provider[] = Array.from({ length: 40 }, (_, at) => ({
    asn: 64_512 + at,
    country: rng.pick(COUNTRIES),
  }));
  const clouds: Provider[] = Array.from({ length: 6 }, (_, at) => ({
    asn: 65_536 + at,
    country: rng.pick(COUNTRIES),
  }));
  const carrierNets = pool(Math.max(8, Math.round(accounts / 30)), (at) => {
    const provider = carriers[at % carriers.length]!;
    return { ip: `100.${64 + (at % 64)}.${rng.int(0, 255)}.${rng.int(1, 254)}`, ...provider };
  });
  const exitNets = pool(Math.max(40, Math.round(accounts / 5)), (at) => {
    // Residential proxies: the exit is somebody's home line, so its network is an ordinary one.
    const provider = at % 4 === 0 ? { asn: 65_550, country: rng.pick(COUNTRIES) } : rng.pick(homes);
    return { ip: benchAddress(rng), ...provider };
  });
  const cloudNets = pool(Math.max(10, Math.round(accounts / 40)), (at) => {
    const provider = clouds[at % clouds.length]!;
    return { ip: `203.0.113.${((at * 7 + 3) % 254) + 1}`, ...provider };
  });
  let blocks = 0;
  return {
    home: (own) => {
      const provider = own.pick(homes);
      return own.chance(0.3)
        ? { ip: `2001:db8:${own.hex(4)}:${own.hex(4)}::${own.hex(3)}`, ...provider }
        : { ip: benchAddress(own), ...provider };
    },
    carrier: (own) => own.pick(carrierNets),
    proxyExit: (own) => own.pick(exitNets),
    cloud: (own) => own.pick(cloudNets),
    block: (own, addresses) => {
      const asn = 4_200_000_000 + blocks;
      const country = own.pick(COUNTRIES);
      const first = (blocks * 8) % 240;
      const net = ['198.51.100', '192.0.2'][Math.floor(blocks / 30) % 2]!;
      // Past sixty organisations IPv4 documentation space is used up; IPv6 has room for all.
      const old = blocks < 60;
      const prefix = `2001:db8:${(0xa000 + blocks).toString(16)}`;
      blocks++;
      return pool(addresses, (at) => ({
        ip: old && addresses <= 8 ? `${net}.${first + at + 1}` : `${prefix}::${(at + 1).toString(16)}`,
        asn,
        country,
      }));
    },
    ephemeral: (own) => ({
      ip: `10.${own.int(0, 255)}.${own.int(0, 255)}.${own.int(1, 254)}`,
      ...own.pick(clouds),
    }),
  };
}

function pool(length: number, make: (at: number) => Net): Net[] {
  return Array.from({ length }, (_, at) => make(at));
}

function benchAddress(rng: Rng): string {
  return `198.${rng.int(18, 19)}.${rng.int(0, 255)}.${rng.int(1, 254)}`;
}

/** Chooses a network per session from a list, the first much preferred; a session keeps its network. */
export function settledNet(rng: Rng, nets: readonly Net[]): (sessionId: string) => Net {
  let session = '';
  let net = nets[0]!;
  return (sessionId) => {
    if (sessionId !== session) {
      session = sessionId;
      net = nets.length === 1 || rng.chance(0.7) ? nets[0]! : rng.pick(nets);
    }
    return net;
  };
}

/** Chooses an address anew for every request. */
export function rotatingNet(rng: Rng, nets: readonly Net[]): (sessionId: string) => Net {
  return () => rng.pick(nets);
}
