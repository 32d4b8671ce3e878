import type { Grant } from '../../../shared/bridge.ts';
import type { ExportedBundle } from '../../../shared/contract/bundles.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatBytes, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { VerificationResult } from './verification-result.tsx';

interface Props {
  readonly file: Grant;
  readonly bundle: ExportedBundle;
}

/** What was written, and what verifying it found before it took its name. */
export function ExportResult({ file, bundle }: Props) {
  return (
    <>
      <p>
        Written: <Shown text={file.name} /> · {formatUnits(bundle.files, 'file')} ·{' '}
        {formatBytes(bundle.sizeBytes)}
      </p>
      <p className="hash">
        SHA-256 <code className="mono">{bundle.sha256}</code>{' '}
        <CopyButton text={bundle.sha256} what="the SHA-256 of the bundle" />
      </p>
      <p className="soft">
        Tell it to whoever gets the bundle by another way than the file
        {bundle.check.signature.state === 'none' ? ': the bundle is not signed' : ''}.
      </p>
      {bundle.notes.map((note) => (
        <p key={note} className="warn">
          <Shown text={note} />
        </p>
      ))}
      <VerificationResult verification={bundle.check} isOwn />
    </>
  );
}
