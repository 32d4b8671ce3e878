import type { IdentifierKind } from '../../../shared/contract/records.ts';
import { asn } from './asn.ts';
import { cardBin } from './card-bin.ts';
import { deviceId } from './device-id.ts';
import { emailAddress, emailDomain, emailSkeleton } from './email.ts';
import { ipAddress } from './ip-address.ts';
import { networkOf } from './network.ts';
import { opaqueId } from './opaque-id.ts';

/** The normaliser of each kind of identifier: comparison form of a text, undefined when it holds no such value. */
const NORMALISERS: Readonly<Record<IdentifierKind, (text: string) => string | undefined>> = {
  organization: opaqueId,
  api_key: opaqueId,
  payment_fingerprint: opaqueId,
  card_bin: cardBin,
  email: emailAddress,
  email_skeleton: emailSkeleton,
  email_domain: emailDomain,
  phone: opaqueId,
  device: deviceId,
  ip: ipAddress,
  network: networkOf,
  asn,
  header_fingerprint: opaqueId,
  end_user: opaqueId,
};

/** Longer texts are something else that stands in the wrong column. */
const LONGEST = 1000;

/** Comparison form of an identifier's text: equal forms are the same identifier. undefined when it is none. */
export function normalise(kind: IdentifierKind, text: string): string | undefined {
  return text.length > LONGEST ? undefined : NORMALISERS[kind](text);
}
