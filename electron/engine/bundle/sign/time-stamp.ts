import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { type Der, DerError, der, derValue, derValues, expect, inside, isOid, TAG } from './der.ts';
import {
  CONTENT_TYPE,
  DIGESTS,
  MESSAGE_DIGEST,
  SIGNATURES,
  SIGNED_DATA,
  SIGNING_CERTIFICATE,
  SIGNING_CERTIFICATE_V2,
  TIME_STAMPING,
  TST_INFO,
} from './time-stamp-oids.ts';
import { messageImprint, requestNonce } from './time-stamp-request.ts';

/** A time stamp that holds over the bytes asked about. Whether its certificate deserves trust is not decided here. */
export interface TimeStamp {
  readonly timeUs: number;
  /** Whose certificate signed it, and who issued that, as X.509 names on one line. */
  readonly authority: string;
  readonly issuer: string;
  /** SHA-256 of the certificate, hex. */
  readonly certificateSha256: string;
}

/** Why a stamp does not hold; a sentence's end. */
class StampFault extends Error {}

/**
 * Checks an answer of a time-stamping authority (RFC 3161 TimeStampResp, or the token alone, DER) against the bytes it
 * is to stamp: status granted, SHA-512 of the bytes, our nonce if it has one, and the signature of its signer (RFC 5652) over the
 * signed attributes by a certificate that is in it, named by them, made for time stamps and valid at its time. The
 * chain above that certificate is not followed. Returns why it does not hold as a text.
 */
export function checkTimeStamp(answer: Buffer, bytes: Uint8Array): TimeStamp | string {
  try {
    return checked(answer, createHash('sha512').update(bytes).digest());
  } catch (error) {
    if (error instanceof StampFault) return error.message;
    if (error instanceof DerError) return 'is no readable time stamp (RFC 3161)';
    throw error;
  }
}

function checked(answer: Buffer, digest: Buffer): TimeStamp {
  const [contentType, content] = inside(tokenOf(answer), TAG.sequence);
  demand(isOid(contentType, SIGNED_DATA), 'holds no signed data');
  const [, , encapsulated, ...rest] = inside(
    derValue(expect(content, 0xa0).content, TAG.sequence),
    TAG.sequence,
  );
  const [kind, wrapped] = inside(encapsulated, TAG.sequence);
  demand(isOid(kind, TST_INFO), 'signs something else than a time');
  const info = derValue(expect(wrapped, 0xa0).content, TAG.octets).content;
  const timeUs = readInfo(info, digest);
  const certificates = rest
    .filter(({ tag }) => tag === 0xa0)
    .flatMap(({ content: list }) => derValues(list))
    .map(({ bytes }) => certificate(bytes));
  const signers = inside(rest.at(-1), TAG.set);
  demand(signers.length === 1, `has ${signers.length} signers instead of one`);
  const signer = checkSigner(signers[0], info, certificates);
  checkCertificate(signer, timeUs);
  return {
    timeUs,
    authority: nameOf(signer.subject),
    issuer: nameOf(signer.issuer),
    certificateSha256: createHash('sha256').update(signer.raw).digest('hex'),
  };
}

/** The token of a granted answer. Some authorities hand out the bare token. */
function tokenOf(answer: Buffer): Der {
  const whole = derValue(answer, TAG.sequence);
  const [first, token] = inside(whole, TAG.sequence);
  if (first?.tag === TAG.oid) return whole;
  const status = expect(inside(first, TAG.sequence)[0], TAG.integer).content;
  // 0 is granted, 1 granted with modifications.
  demand(status.length === 1 && status[0] <= 1, 'says that the authority did not grant a time stamp');
  return expect(token, TAG.sequence);
}

/** The time of a TSTInfo about this digest, in microseconds since 1970 UTC. */
function readInfo(bytes: Buffer, digest: Buffer): number {
  const [, , imprint, , time, ...rest] = inside(derValue(bytes, TAG.sequence), TAG.sequence);
  const [algorithm, stamped] = inside(imprint, TAG.sequence);
  const ours = inside(derValue(messageImprint(digest), TAG.sequence), TAG.sequence);
  const sameHash = inside(algorithm, TAG.sequence)[0]?.bytes.equals(inside(ours[0], TAG.sequence)[0].bytes);
  demand(sameHash, 'was not made over a SHA-512 hash');
  demand(stamped?.bytes.equals(ours[1].bytes), 'stamps something else: its hash is not that of the file');
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  demand(!nonce || nonce.content.equals(requestNonce(digest)), 'answers another request: its nonce differs');
  return timeOf(expect(time, TAG.generalizedTime).content.toString('latin1'));
}

function checkSigner(signer: Der, info: Buffer, certificates: readonly X509Certificate[]): X509Certificate {
  const [, , digestAlgorithm, attributes, signatureAlgorithm, signature] = inside(signer, TAG.sequence);
  const hash = lookUp(DIGESTS, digestAlgorithm);
  demand(hash !== undefined, 'uses a hash other than SHA-256, SHA-384 and SHA-512, which is not checked');
  const values = attributeValues(expect(attributes, 0xa0));
  const typeOf = values(CONTENT_TYPE);
  demand(isOid(typeOf, TST_INFO), 'does not sign that it is a time stamp');
  const stated = expect(values(MESSAGE_DIGEST), TAG.octets).content;
  demand(
    createHash(hash).update(info).digest().equals(stated),
    'was changed: its time is not what was signed',
  );
  const used = certificates.find((one) => isNamed(one, values));
  demand(used !== undefined, 'does not hold the certificate that it says signed it');
  const fixed = lookUp(SIGNATURES, signatureAlgorithm);
  demand(fixed !== undefined, 'is signed in a way that is not checked; RSA (PKCS #1) and ECDSA are');
  // What is signed is the SET itself, not its implicit tag.
  const signed = der(TAG.set, attributes.content);
  const holds = signatureHolds(fixed ?? hash, signed, keyOf(used), expect(signature, TAG.octets).content);
  demand(holds, 'has a signature that does not hold');
  return used;
}

/** The single value of a signed attribute. */
function attributeValues(attributes: Der): (name: string) => Der | undefined {
  const list = derValues(attributes.content).map((one) => inside(one, TAG.sequence));
  return (name) => {
    const found = list.filter(([kind]) => isOid(kind, name));
    return found.length === 1 ? inside(found[0][1], TAG.set)[0] : undefined;
  };
}

/** Whether the signed attributes name this certificate as the signer's (RFC 5035, RFC 2634), by its hash. */
function isNamed(one: X509Certificate, values: (name: string) => Der | undefined): boolean {
  const second = values(SIGNING_CERTIFICATE_V2);
  const attribute = second ?? values(SIGNING_CERTIFICATE);
  if (!attribute) return false;
  const [first] = inside(inside(attribute, TAG.sequence)[0], TAG.sequence);
  const fields = inside(first, TAG.sequence);
  const algorithm = fields[0]?.tag === TAG.sequence ? lookUp(DIGESTS, fields[0]) : second ? 'sha256' : 'sha1';
  const stated = fields.find(({ tag }) => tag === TAG.octets);
  if (!algorithm || !stated) return false;
  return createHash(algorithm).update(one.raw).digest().equals(stated.content);
}

function checkCertificate(one: X509Certificate, timeUs: number): void {
  const timeMs = timeUs / 1000;
  demand(
    Date.parse(one.validFrom) <= timeMs && timeMs <= Date.parse(one.validTo),
    'was signed with a certificate that was not valid at its time',
  );
  demand(
    (one.keyUsage ?? []).includes(TIME_STAMPING),
    'was signed with a certificate that was not made for time stamps',
  );
}

function signatureHolds(hash: string, bytes: Buffer, key: KeyObject, signature: Buffer): boolean {
  try {
    return verify(hash, bytes, key, signature);
  } catch {
    return false;
  }
}

function certificate(bytes: Buffer): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new DerError('No certificate');
  }
}

/** A certificate can be read whose key is of no known kind. */
function keyOf(one: X509Certificate): KeyObject {
  try {
    return one.publicKey;
  } catch {
    throw new DerError('No key');
  }
}

/** What the algorithm identifier stands for. */
function lookUp<Value>(
  list: readonly (readonly [string, Value])[],
  algorithm: Der | undefined,
): Value | undefined {
  const [name] = inside(algorithm, TAG.sequence);
  return list.find(([dotted]) => isOid(name, dotted))?.[1];
}

/** GeneralizedTime as RFC 3161 restricts it: in UTC, with seconds, a fraction of any length. */
function timeOf(text: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
  if (!match) throw new DerError('No time');
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const fractionUs = match[7] ? Math.floor(Number(`0${match[7]}`) * 1e6) : 0;
  return Date.UTC(year, month - 1, day, hour, minute, second) * 1000 + fractionUs;
}

/** Node writes a name on several lines. */
const nameOf = (name: string | undefined) => (name ?? '').split('\n').join(', ');

function demand(holds: boolean | undefined, otherwise: string): asserts holds {
  if (!holds) throw new StampFault(otherwise);
}
