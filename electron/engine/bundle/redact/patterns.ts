import { parseAddress } from '../../identifiers/ip-address.ts';
import type { SecretKind } from './redactor.ts';

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const V4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g;
const V6 = /(?<![0-9a-z:.])(?=[0-9a-f:.]*:[0-9a-f:.]*:)[0-9a-f:.]{3,45}(?![0-9a-z:])/gi;
/** Keys and tokens as well-known services spell them. */
const SECRET =
  /(?<![A-Za-z0-9])(?:(?:sk|pk|rk|ak|api|key|token|ghp|gho|ghs|github_pat|glpat|xox[abps]|hf|AKIA|ASIA|AIza|ya29)[-_.]?[A-Za-z0-9][A-Za-z0-9_.-]{14,}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*)/g;

/** Replaces what looks like an e-mail, an address or a secret, whether the case knows it or not. */
export function replacePatterns(
  text: string,
  replacement: (kind: SecretKind, found: string) => string,
): string {
  const address = (found: string) => (parseAddress(found) ? replacement('ip', found) : found);
  return text
    .replace(EMAIL, (found) => replacement('email', found))
    .replace(SECRET, (found) => (/\d/.test(found) ? replacement('key', found) : found))
    .replace(V4, address)
    .replace(V6, address);
}
