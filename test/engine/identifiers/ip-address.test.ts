import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipAddress, parseAddress } from '../../../electron/engine/identifiers/ip-address.ts';
import { networkClass, networkOf } from '../../../electron/engine/identifiers/network.ts';

test.each([
  ['192.0.2.17', '192.0.2.17', '192.0.2.0/24'],
  [' 192.0.2.17:443 ', '192.0.2.17', '192.0.2.0/24'],
  ['::ffff:192.0.2.17', '192.0.2.17', '192.0.2.0/24'],
  ['::FFFF:c000:211', '192.0.2.17', '192.0.2.0/24'],
  ['[2001:DB8:0:0:1:0:0:1]:443', '2001:db8::1:0:0:1', '2001:db8::/48'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1', '2001:db8::/48'],
  ['2001:db8:12:34::', '2001:db8:12:34::', '2001:db8:12::/48'],
  ['fe80::1%eth0', 'fe80::1', 'fe80::/48'],
  ['::', '::', '::/48'],
  ['192.0.2.***', undefined, '192.0.2.0/24'],
  ['192.0.2.x', undefined, '192.0.2.0/24'],
  ['192.0.*.*', undefined, undefined],
  ['192.0.2.0/24', undefined, '192.0.2.0/24'],
  ['192.0.2.128/25', undefined, '192.0.2.0/24'],
  ['192.0.2.17/32', '192.0.2.17', '192.0.2.0/24'],
  ['192.0.0.0/16', undefined, undefined],
  ['::ffff:192.0.2.0/120', undefined, '192.0.2.0/24'],
  ['2001:db8:12:34:xxxx:xxxx:xxxx:xxxx', undefined, '2001:db8:12::/48'],
  ['2001:db8:12::/48', undefined, '2001:db8:12::/48'],
  ['2001:db8::/32', undefined, undefined],
  ['192.0.2.256', undefined, undefined],
  ['192.0.02.1', undefined, undefined],
  ['192.0.2', undefined, undefined],
  ['*.*.*.*', undefined, undefined],
  ['192.*.2.1', undefined, undefined],
  ['1::2::3', undefined, undefined],
  ['1:2:3:4:5:6:7', undefined, undefined],
  ['1:2:3:4:5:6:7::8', undefined, undefined],
  ['192.0.2.1/33', undefined, undefined],
  ['192.0.2.1, 192.0.2.2', undefined, undefined],
  ['host.example', undefined, undefined],
  ['', undefined, undefined],
])('%j is the address %j in the network %j', (text, address, network) => {
  expect([ipAddress(text), networkOf(text)]).toEqual([address, network]);
});

test('every spelling of an address is the same address', () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(groups, (address) => {
      const long = address.map((group) => group.toString(16).padStart(4, '0').toUpperCase()).join(':');
      const canonical = ipAddress(long) as string;
      expect(ipAddress(canonical)).toBe(canonical);
      expect(parseAddress(canonical)).toEqual(parseAddress(long));
      const inUrl = new URL(`http://[${long}]/`).hostname.slice(1, -1);
      expect(ipAddress(inUrl)).toBe(canonical);
      // The platform spells addresses as RFC 5952 does, IPv4 inside IPv6 aside.
      if (!canonical.includes('.')) expect(canonical).toBe(inUrl);
    }),
    { seed: 1 },
  );
});

test('addresses of one /24 have one network, others another', () => {
  const octet = fc.nat(255);
  fc.assert(
    fc.property(octet, octet, octet, octet, octet, (a, b, c, d, e) => {
      expect(networkOf(`${a}.${b}.${c}.${d}`)).toBe(networkOf(`${a}.${b}.${c}.${e}`));
      expect(networkOf(`${a}.${b}.${c}.${d}`)).not.toBe(networkOf(`${a}.${b}.${(c + 1) % 256}.${d}`));
    }),
    { seed: 1 },
  );
});

test.each([
  ['8.8.8.8', 'public'],
  ['2606:4700::1111', 'public'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.7.0/24', 'private'],
  ['192.168.7.***', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['fd00::1', 'private'],
  ['100.64.0.1', 'shared'],
  ['100.127.255.254', 'shared'],
  ['100.128.0.1', 'public'],
  ['127.0.0.1', 'loopback'],
  ['::1', 'loopback'],
  ['169.254.1.1', 'link_local'],
  ['fe80::1', 'link_local'],
  ['224.0.0.1', 'multicast'],
  ['203.0.113.9', 'documentation'],
  ['198.19.255.1', 'documentation'],
  ['2001:db8:1::/48', 'documentation'],
  ['0.0.0.0', 'reserved'],
  ['255.255.255.255', 'reserved'],
  ['::', 'reserved'],
  ['10.0.0.0/7', 'public'],
  ['nowhere', undefined],
])('%s is %s', (text, of) => {
  expect(networkClass(text)).toBe(of);
});
