import { createHash } from 'node:crypto';
import { der, oid, TAG } from './der.ts';

export const SHA512_OID = '2.16.840.1.101.3.4.2.3';

/** SEQUENCE of hash algorithm (with NULL as its parameters, as openssl writes it) and digest: RFC 3161's MessageImprint. */
export function messageImprint(digest: Uint8Array): Buffer {
  const algorithm = der(TAG.sequence, oid(SHA512_OID), der(TAG.null));
  return der(TAG.sequence, algorithm, der(TAG.octets, digest));
}

/**
 * 8 bytes that begin with a bit 0 and a bit 1, so that they are one positive INTEGER of one length. Made from the digest and
 * not by chance, so that the same bundle has the same request; a nonce guards against an old answer, and an old answer
 * over the same digest is as good.
 */
export function requestNonce(digest: Uint8Array): Buffer {
  const nonce = createHash('sha256').update('time-stamp nonce ').update(digest).digest().subarray(0, 8);
  nonce[0] = (nonce[0] & 0x3f) | 0x40;
  return nonce;
}

/**
 * A request to a time-stamping authority (RFC 3161, section 2.4.1, DER): version 1, SHA-512, with its certificate in the
 * answer. `bytes` is what is to be stamped, whole.
 */
export function timeStampRequest(bytes: Uint8Array): Buffer {
  const digest = createHash('sha512').update(bytes).digest();
  const yes = der(0x01, Buffer.from([0xff]));
  return der(
    TAG.sequence,
    der(TAG.integer, Buffer.from([1])),
    messageImprint(digest),
    der(TAG.integer, requestNonce(digest)),
    yes,
  );
}
