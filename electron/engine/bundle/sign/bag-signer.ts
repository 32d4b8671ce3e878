import { formatUtc } from '../../../../shared/time/zone.ts';
import type { BagFile, BagOptions } from '../bag/bag.ts';
import { PUBLIC_KEY_FILE, SIGNATURE_FILE, SIGNED_FILE } from '../bag/bag-manifest.ts';
import type { OwnedKey } from './key-store.ts';
import { publicKeyFile, signFile } from './minisign.ts';

/** What the trusted comment of a signature tells beside its file. */
export interface SignedAbout {
  readonly caseId: string;
  /** When it is signed by the clock of this machine; the same time gives the same bytes. */
  readonly timeUs: number;
}

/**
 * Options of writeBag that sign the bag: its public key becomes a listed tag file, so that taking the signature away
 * shows, and the signature of the tag manifest lies beside that.
 */
export function bagSigner(
  key: OwnedKey,
  about: SignedAbout,
): Required<Pick<BagOptions, 'tagFiles' | 'sign'>> {
  return {
    tagFiles: [{ path: PUBLIC_KEY_FILE, content: publicKeyFile(key.secret) }],
    sign: async (tagManifest): Promise<readonly BagFile[]> => [
      { path: SIGNATURE_FILE, content: signFile(tagManifest, key.secret, trustedComment(key.owner, about)) },
    ],
  };
}

/** In order of what the signer's name cannot imitate: what is before it is of fixed form. */
function trustedComment(owner: string, { caseId, timeUs }: SignedAbout): string {
  return `${SIGNED_FILE} of the evidence bundle of case ${caseId}, signed ${formatUtc(timeUs)} by the clock of the signer: ${owner}`;
}
