/**
 * Canonical references: the names by which people and bundles point at things in a case. They hold outside
 * identities only (never row ids of one database), so they mean the same in every copy of a case.
 *
 *   account:<account id>
 *   range:<from us>-<to us>@account:<account id>     half-open [from, to), microseconds since 1970 UTC
 *   request:<sha-256 of the source>/<row>            row counts data records of the source from 1
 */
export type Reference =
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'range'; readonly fromUs: number; readonly toUs: number; readonly account: string }
  | { readonly kind: 'request'; readonly source: string; readonly row: number };

const RANGE = /^range:(-?\d{1,16})-(-?\d{1,16})@account:(.+)$/s;
const REQUEST = /^request:([0-9a-f]{64})\/([1-9]\d{0,15})$/;

export function formatReference(reference: Reference): string {
  switch (reference.kind) {
    case 'account':
      return `account:${reference.account}`;
    case 'range':
      return `range:${reference.fromUs}-${reference.toUs}@account:${reference.account}`;
    case 'request':
      return `request:${reference.source}/${reference.row}`;
  }
}

/** The reference that `text` spells, or undefined when it spells none. An empty range is none. */
export function parseReference(text: string): Reference | undefined {
  if (text.startsWith('account:') && text.length > 'account:'.length) {
    return { kind: 'account', account: text.slice('account:'.length) };
  }
  const range = RANGE.exec(text);
  if (range) {
    const [fromUs, toUs] = [Number(range[1]), Number(range[2])];
    return fromUs < toUs ? { kind: 'range', fromUs, toUs, account: range[3] } : undefined;
  }
  const request = REQUEST.exec(text);
  if (request) return { kind: 'request', source: request[1], row: Number(request[2]) };
  return undefined;
}
