import type { Problem, SignatureReport } from '../../../../shared/contract/bundles.ts';
import { PUBLIC_KEY_FILE, SIGNATURE_FILE, SIGNED_FILE } from '../bag/bag-manifest.ts';
import {
  fingerprint,
  formatPublicKey,
  isExpectedKey,
  type PublicKey,
  parsePublicKey,
  parsePublicKeyFile,
  parseSignature,
  signatureComment,
  signatureFault,
} from '../sign/minisign.ts';

/** What minisign writes by itself where no comment was given: a bag may be signed with it too. */
const COMMENT_OF_MINISIGN = 'signature from minisign secret key';

/**
 * Who signed the bag. `tags` are the bytes of its tag files; `expected` is a public key or a fingerprint (see
 * isExpectedKey), by which a bag that is not signed, or by another key, has a problem.
 */
export function checkSignature(
  tags: ReadonlyMap<string, Buffer>,
  expected: string | undefined,
): { readonly signature: SignatureReport; readonly problems: readonly Problem[] } {
  const broken = (file: string, problem: string) =>
    ({ signature: { state: 'broken' }, problems: [{ file, problem }] }) as const;
  const signedBytes = tags.get(SIGNED_FILE);
  const file = tags.get(SIGNATURE_FILE);
  const keyFile = tags.get(PUBLIC_KEY_FILE);
  if (!file) {
    if (keyFile)
      return broken(SIGNATURE_FILE, `is missing; ${PUBLIC_KEY_FILE} says that the bundle was signed`);
    const problem = 'is missing: the bundle is not signed, and a signature was expected';
    const problems = expected === undefined ? [] : [{ file: SIGNATURE_FILE, problem }];
    return { signature: { state: 'none' }, problems };
  }
  const key: PublicKey | undefined = keyFile
    ? parsePublicKeyFile(keyFile.toString('utf8'))
    : parsePublicKey(expected ?? '');
  if (!key) {
    const problem = keyFile ? 'is no public key as minisign writes one' : 'is missing beside a signature';
    const unchecked = { file: SIGNATURE_FILE, problem: `cannot be checked without ${PUBLIC_KEY_FILE}` };
    return { signature: { state: 'broken' }, problems: [{ file: PUBLIC_KEY_FILE, problem }, unchecked] };
  }
  if (!signedBytes) return broken(SIGNATURE_FILE, `signs ${SIGNED_FILE}, which is missing`);
  const text = utf8(file);
  const signed = text === undefined ? 'is no signature of minisign' : parseSignature(text);
  if (typeof signed === 'string') return broken(SIGNATURE_FILE, signed);
  const fault = signatureFault(signedBytes, signed, key);
  if (fault !== undefined) return broken(SIGNATURE_FILE, fault);
  if (![signatureComment(key.keyId), COMMENT_OF_MINISIGN].includes(signed.untrustedComment)) {
    return broken(
      SIGNATURE_FILE,
      'has a first line that is neither ours nor that of minisign; it is not signed',
    );
  }
  const isExpected = expected === undefined ? undefined : isExpectedKey(key, expected);
  const signature: SignatureReport = {
    state: expected === undefined ? 'unknown' : isExpected ? 'expected' : 'other',
    publicKey: formatPublicKey(key),
    fingerprint: fingerprint(key),
    comment: signed.trustedComment,
  };
  const problem = `is by the key with the fingerprint ${signature.fingerprint}, not by the expected one`;
  return { signature, problems: isExpected === false ? [{ file: SIGNATURE_FILE, problem }] : [] };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
