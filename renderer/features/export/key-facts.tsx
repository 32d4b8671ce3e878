import type { SigningKeyInfo } from '../../../shared/contract/signing.ts';
import { useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatDay } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

/** A signing key as others have to know it. */
export function KeyFacts({ signingKey }: { signingKey: SigningKeyInfo }) {
  const { owner, createdUs, publicKey, fingerprint } = signingKey;
  const zone = useSession((state) => state.case?.timeZone ?? 'UTC');
  return (
    <dl className="key-facts">
      <dt>Owner</dt>
      <dd>
        <Shown text={owner} max={120} />
        <span className="soft">, made {formatDay(zone, createdUs)}</span>
      </dd>
      <dt>Fingerprint</dt>
      <dd>
        <code className="mono">{fingerprint}</code> <CopyButton text={fingerprint} what="the fingerprint" />
      </dd>
      <dt>Public key</dt>
      <dd>
        <code className="mono">{publicKey}</code> <CopyButton text={publicKey} what="the public key" />
      </dd>
    </dl>
  );
}
