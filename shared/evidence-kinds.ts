/** Kinds of evidence that tie accounts, as people read them; with the article, which no rule of spelling gives. */
const KINDS = {
  payment_fingerprint: 'a payment fingerprint',
  card_bin: 'a card BIN',
  device: 'a device',
  header_fingerprint: 'a header fingerprint',
  ip: 'an IP address',
  network: 'an address range',
  asn: 'a network (ASN)',
  phone: 'a phone hash',
  email_pattern: 'an e-mail pattern',
  registration_batch: 'a registration batch',
  api_key: 'an API key',
  end_user: 'an end user',
  template: 'a prompt template',
  parameters: 'a set of request parameters',
  firm: 'a firm domain',
  organization: 'an organisation',
} as const satisfies Readonly<Record<string, `a ${string}` | `an ${string}`>>;

export type EvidenceKind = keyof typeof KINDS;

/** What one of a kind is called in a sentence: 'an IP address'; a kind without a name stands as the engine has it. */
export function oneOfKind(kind: string): string {
  if (Object.hasOwn(KINDS, kind)) return KINDS[kind as EvidenceKind];
  const plain = kind.replaceAll('_', ' ');
  return `${/^[aeiou]/i.test(plain) ? 'an' : 'a'} ${plain}`;
}

/** What a kind is called in a table: 'IP address'. */
export function kindWords(kind: string): string {
  const one = oneOfKind(kind);
  return one.slice(one.indexOf(' ') + 1);
}
