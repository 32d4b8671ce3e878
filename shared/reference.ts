/**
 * Canonical references: the names by which people and bundles point at things in a case. They hold outside
 * identities only (never row ids of one database), so they mean the same in every copy of a case.
 *
 *   account:<account id>                operator:<id>        organisation:<name>      case:
 *   topic:<name>                        template:<id>        finding:<UUIDv7>
 *   identifier:<kind>/<value>           in the form it is compared in
 *   link:<account>/<account>            both percent-encoded, the smaller first
 *   session:<account>/<session id>      both percent-encoded
 *   request:<sha-256 of the source>/<row>                     row counts data records of the source from 1
 *   range:<from us>-<to us>@<one of the first line's>         half-open [from, to), microseconds since 1970 UTC
 */
export type Reference =
  | Subject
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'template'; readonly template: string }
  | { readonly kind: 'finding'; readonly finding: string }
  | { readonly kind: 'identifier'; readonly identifier: string; readonly value: string }
  | { readonly kind: 'link'; readonly a: string; readonly b: string }
  | { readonly kind: 'session'; readonly account: string; readonly session: string }
  | { readonly kind: 'request'; readonly source: string; readonly row: number }
  | { readonly kind: 'range'; readonly fromUs: number; readonly toUs: number; readonly of: Subject };

/** What acts over time, so that a time range of it can be pointed at. */
export type Subject =
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'operator'; readonly operator: string }
  | { readonly kind: 'organisation'; readonly organisation: string }
  | { readonly kind: 'case' };

const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

const RANGE = /^range:(-?\d{1,16})-(-?\d{1,16})@(.+)$/s;
const REQUEST = /^request:([0-9a-f]{64})\/([1-9]\d{0,15})$/;
const PAIR = /^(link|session):([^/]+)\/([^/]+)$/;
const IDENTIFIER = /^identifier:([a-z0-9_.-]+)\/(.+)$/s;
const NAMED = /^(account|operator|organisation|topic|template|finding):(.+)$/s;

export function formatReference(reference: Reference): string {
  switch (reference.kind) {
    case 'account':
      return `account:${reference.account}`;
    case 'operator':
      return `operator:${reference.operator}`;
    case 'organisation':
      return `organisation:${reference.organisation}`;
    case 'case':
      return 'case:';
    case 'topic':
      return `topic:${reference.topic}`;
    case 'template':
      return `template:${reference.template}`;
    case 'finding':
      return `finding:${reference.finding}`;
    case 'identifier':
      return `identifier:${reference.identifier}/${reference.value}`;
    case 'link':
      return `link:${[reference.a, reference.b].sort().map(encoded).join('/')}`;
    case 'session':
      return `session:${encoded(reference.account)}/${encoded(reference.session)}`;
    case 'request':
      return `request:${reference.source}/${reference.row}`;
    case 'range':
      return `range:${reference.fromUs}-${reference.toUs}@${formatReference(reference.of)}`;
  }
}

/** The reference that `text` spells, or undefined when it spells none. An empty range is none. */
export function parseReference(text: string): Reference | undefined {
  if (text === 'case:') return { kind: 'case' };
  const range = RANGE.exec(text);
  if (range) {
    const [fromUs, toUs] = [Number(range[1]), Number(range[2])];
    // A range of a range is none, and looking into one would go as deep as a text is long.
    const of = RANGE.test(range[3]) ? undefined : parseReference(range[3]);
    return fromUs < toUs && of && isSubject(of) ? { kind: 'range', fromUs, toUs, of } : undefined;
  }
  const request = REQUEST.exec(text);
  if (request) return { kind: 'request', source: request[1], row: Number(request[2]) };
  const pair = PAIR.exec(text);
  if (pair) return parsePair(pair[1], decoded(pair[2]), decoded(pair[3]));
  const identifier = IDENTIFIER.exec(text);
  if (identifier) return { kind: 'identifier', identifier: identifier[1], value: identifier[2] };
  const named = NAMED.exec(text);
  // The field that names it is called as its kind.
  return named ? ({ kind: named[1], [named[1]]: named[2] } as unknown as Reference) : undefined;
}

/** The account that what is pointed at belongs to, where the reference itself tells; null else. */
export function accountOfReference(reference: Reference): string | null {
  if (reference.kind === 'range') return accountOfReference(reference.of);
  return reference.kind === 'account' || reference.kind === 'session' ? reference.account : null;
}

function isSubject(reference: Reference): reference is Subject {
  return ['account', 'operator', 'organisation', 'case'].includes(reference.kind);
}

function parsePair(kind: string, one: string | undefined, other: string | undefined): Reference | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (kind === 'session') return { kind, account: one, session: other };
  const [a, b] = [one, other].sort();
  return a === b ? undefined : { kind: 'link', a, b };
}

/** undefined for what is no percent-encoded text. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
