import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON: equal values give equal text, so their hashes can be compared. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON form.');
  return text;
}
