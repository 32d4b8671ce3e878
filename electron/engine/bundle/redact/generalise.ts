import { domainClass } from '../../identifiers/email-domains.ts';
import { parseAddress } from '../../identifiers/ip-address.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** Characters of a secret that stay, and how long it must be for any to stay. */
const SHOWN_OF_SECRET = 4;
const LEAST_SECRET = 20;

/** The name becomes a pseudonym; a domain stays only where it is a public mail provider's. */
export function generaliseEmail(names: Pseudonyms, email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return names.of('email', email);
  return `${names.of('email', email)}@${generaliseDomain(names, email.slice(at + 1))}`;
}

export function generaliseDomain(names: Pseudonyms, domain: string): string {
  return isPublicDomain(domain)
    ? domain
    : `domain-${names.token('organization', domain.toLowerCase())}.invalid`;
}

export function isPublicDomain(domain: string): boolean {
  return domainClass(domain.toLowerCase()) === 'consumer';
}

/** The network of 16 (IPv6: 32) bits stays, the rest becomes a pseudonym: `203.0.x.x-k5x2…`. */
export function generaliseAddress(names: Pseudonyms, text: string): string {
  const address = parseAddress(text);
  const token = names.token('ip', text);
  if (!address || address.knownBits < (address.version === 4 ? 16 : 32)) return `address-${token}`;
  const [first, second] = address.groups;
  return address.version === 4
    ? `${first}.${second}.x.x-${token}`
    : `${first.toString(16)}:${second.toString(16)}:x-${token}`;
}

/** A long secret keeps its first four characters, which tell what kind of key it is. */
export function generaliseSecret(names: Pseudonyms, secret: string): string {
  const shown = secret.length >= LEAST_SECRET ? `${secret.slice(0, SHOWN_OF_SECRET)}…` : '';
  return `${shown}${names.of('key', secret)}`;
}
