export type Family =
  | 'payment'
  | 'device'
  | 'network'
  | 'registration'
  | 'credential'
  | 'content'
  | 'organization';

export interface KindTraits {
  /** Kinds of one family move together, so each family gives one bar. */
  readonly family: Family;
  /** Probability that two accounts of one operator share a value; a starting guess, to be calibrated. */
  readonly m: number;
  /** Least probability that an unrelated account carries a given value, however rare it is in this case. */
  readonly leastU: number;
  /** Belongs to one holder by nature, so accounts sharing it are not counted as strangers who happen to. */
  readonly exclusive?: true;
  /** May be set by software for all its users, who then share it without being related. */
  readonly software?: true;
  /** Says nothing between accounts of one declared organisation. */
  readonly explainedByOrganization?: true;
  /** Coarser kinds whose agreement follows from agreement on this one. */
  readonly implies?: readonly IdentifierKind[];
}

export const FAMILIES: readonly Family[] = [
  'payment',
  'device',
  'network',
  'registration',
  'credential',
  'content',
  'organization',
];

/**
 * What agreement on each kind of identifier is worth, before the rarity of the value: m and u of Fellegi and Sunter
 * (1969) with term frequencies (Winkler 2000). The numbers are guesses to start from, none is measured in the field.
 */
export const KINDS = {
  payment_fingerprint: { family: 'payment', m: 0.6, leastU: 1e-7, exclusive: true, implies: ['card_bin'] },
  card_bin: { family: 'payment', m: 0.6, leastU: 2e-3 },
  /** Not rarer than 1 in 10,000: two strangers may use one little-known program that sets it. */
  device: { family: 'device', m: 0.5, leastU: 1e-4, software: true },
  header_fingerprint: { family: 'device', m: 0.5, leastU: 1e-3, software: true },
  ip: { family: 'network', m: 0.4, leastU: 1e-4, implies: ['network', 'asn'] },
  /** /24 of IPv4, /48 of IPv6. */
  network: { family: 'network', m: 0.4, leastU: 1e-3, implies: ['asn'] },
  asn: { family: 'network', m: 0.4, leastU: 1e-2 },
  phone: { family: 'registration', m: 0.3, leastU: 1e-7, exclusive: true },
  email_pattern: { family: 'registration', m: 0.3, leastU: 2e-3 },
  /** Registration window, plan and route together. */
  registration_batch: { family: 'registration', m: 0.3, leastU: 1e-3 },
  api_key: { family: 'credential', m: 0.2, leastU: 1e-7, exclusive: true },
  end_user: { family: 'credential', m: 0.2, leastU: 1e-4, software: true },
  template: { family: 'content', m: 0.7, leastU: 1e-3, explainedByOrganization: true },
  parameters: { family: 'content', m: 0.5, leastU: 1e-2, explainedByOrganization: true },
  /** A domain of a firm's own, where the firm is known by more than its word. */
  firm: { family: 'organization', m: 0.8, leastU: 1e-6, exclusive: true },
  organization: { family: 'organization', m: 0.9, leastU: 1e-7, exclusive: true },
} as const satisfies Readonly<Record<string, Omit<KindTraits, 'implies'> & { implies?: readonly string[] }>>;

export type IdentifierKind = keyof typeof KINDS;

export function traitsOf(kind: IdentifierKind): KindTraits {
  return KINDS[kind];
}

/** Whether agreement on one of the kinds follows from agreement on the other. */
export function isImplied(one: IdentifierKind, other: IdentifierKind): boolean {
  return implies(one, other) || implies(other, one);
}

/** Whether agreement on `fine` means agreement on `coarse`. */
export function implies(fine: IdentifierKind, coarse: IdentifierKind): boolean {
  return traitsOf(fine).implies?.includes(coarse) ?? false;
}
