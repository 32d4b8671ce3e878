import { expect, test } from 'vitest';
import {
  generaliseAddress,
  generaliseDomain,
  generaliseEmail,
  generaliseSecret,
} from '../../../../electron/engine/bundle/redact/generalise.ts';
import { replacePatterns } from '../../../../electron/engine/bundle/redact/patterns.ts';
import { Pseudonyms } from '../../../../electron/engine/bundle/redact/pseudonyms.ts';

const names = new Pseudonyms(new Uint8Array(32).fill(7));
const others = new Pseudonyms(new Uint8Array(32).fill(8));

test('a pseudonym is the same each time, another for another value, kind or key', () => {
  expect(names.of('account', 'ac_1')).toMatch(/^account-[a-z2-7]{12}$/);
  const all = [names, others].flatMap((by) => [
    by.of('account', 'ac_1'),
    by.of('account', 'ac_2'),
    by.of('device', 'ac_1'),
  ]);
  expect(new Set(all).size).toBe(6);
  expect(names.of('account', 'ac_1')).toBe(names.of('account', 'ac_1'));
  expect(names.keyId).not.toBe(others.keyId);
});

test('an address keeps its network, a mail address a public provider, a long secret its kind', () => {
  expect(generaliseAddress(names, '203.0.113.7')).toMatch(/^203\.0\.x\.x-[a-z2-7]{12}$/);
  expect(generaliseAddress(names, '2001:db8:1::9')).toMatch(/^2001:db8:x-[a-z2-7]{12}$/);
  expect(generaliseAddress(names, 'no address')).toMatch(/^address-[a-z2-7]{12}$/);
  expect(generaliseEmail(names, 'ann@gmail.com')).toMatch(/^mail-[a-z2-7]{12}@gmail\.com$/);
  expect(generaliseEmail(names, 'ann@orchard.example')).toMatch(/^mail-\w{12}@domain-\w{12}\.invalid$/);
  expect(generaliseDomain(names, 'Orchard.example')).toBe(generaliseDomain(names, 'orchard.example'));
  expect(generaliseSecret(names, 'sk-live-0123456789abcdef')).toMatch(/^sk-l…key-[a-z2-7]{12}$/);
  expect(generaliseSecret(names, 'short')).toMatch(/^key-/);
});

test('what looks like an address, a mail address or a secret is found in prose, and counts and versions are not', () => {
  const found: string[] = [];
  const text =
    'Mail Ann.Lee+x@mail.example.org from 198.51.100.23 or [2001:db8::1], key sk-proj-Ab3dEf6hIj9kLm, 16,076,619 requests in 1.2.3, at 12:30:05.';
  replacePatterns(text, (kind, value) => {
    found.push(`${kind} ${value}`);
    return '';
  });
  expect(found).toEqual([
    'email Ann.Lee+x@mail.example.org',
    'ip 198.51.100.23',
    'ip 2001:db8::1',
    'key sk-proj-Ab3dEf6hIj9kLm',
  ]);
});
