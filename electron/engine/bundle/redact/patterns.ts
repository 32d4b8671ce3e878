import { parseAddress } from '../../identifiers/ip-address.ts';
import type { SecretKind } from './redactor.ts';

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/u;
const V4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/;
const V6 = /(?<![0-9A-Za-z:.])(?=[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:)[0-9A-Fa-f:.]{3,45}(?![0-9A-Za-z:])/;
/** Keys and tokens as well-known services spell them. */
const SECRET =
  /(?<![A-Za-z0-9])(?:(?:sk|pk|rk|ak|api|key|token|ghp|gho|ghs|github_pat|glpat|xox[abps]|hf|AKIA|ASIA|AIza|ya29)[-_.]?[A-Za-z0-9][A-Za-z0-9_.-]{14,}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*)/;

const ANY = new RegExp(
  `(?<email>${EMAIL.source})|(?<secret>${SECRET.source})|${V4.source}|${V6.source}`,
  'gu',
);

/** Replaces what looks like an e-mail, an address or a secret, whether the case knows it or not. */
export function replacePatterns(
  text: string,
  replacement: (kind: SecretKind, found: string) => string,
): string {
  // One pass, so that what stands for a value is not taken for another.
  return text.replace(ANY, (found, ...groups) => {
    const { email, secret } = groups.at(-1) as Record<string, string | undefined>;
    if (email !== undefined) return replacement('email', found);
    if (secret !== undefined) return /\d/.test(found) ? replacement('key', found) : found;
    return parseAddress(found) ? replacement('ip', found) : found;
  });
}
