import { type ReactNode, useEffect } from 'react';
import type { CaseInfo } from '../../../shared/contract/cases.ts';
import { refreshRecent, useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatBytes, formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

/** What can be told of the case and its file, for a record or a question to whoever sent it. */
export function CaseFacts() {
  const info = useSession((state) => state.case!);
  const file = useSession((state) => state.file);
  const size = useSession((state) => state.recent.find(({ grant }) => grant === file?.grant)?.sizeBytes);
  // The list of recent cases tells how large each file is now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry in the log is the reason to look again
  useEffect(() => void refreshRecent(), [info.counts.custodyEntries]);
  return (
    <section aria-labelledby="settings-facts">
      <h2 id="settings-facts">Facts</h2>
      <dl className="settings-facts">
        <Fact name="File">
          <Shown text={file?.name ?? ''} max={120} />
          {size !== undefined && size > 0 && `, ${formatBytes(size)} on disk`}
        </Fact>
        <Fact name="Case id">
          <span className="mono">{info.id}</span>
        </Fact>
        <Fact name="Made">
          {formatMinute(info.timeZone, info.createdUs)} {info.timeZone}
        </Fact>
        <Fact name="Encryption">{info.encrypted ? 'by a passphrase (scrypt, N = 2^17)' : 'none'}</Fact>
        <Fact name="Schema">version {info.schemaVersion}</Fact>
        <Fact name="Holds">{countWords(info)}</Fact>
        <Fact name="Data hash">
          <span className="mono hash">{info.dataHash}</span>{' '}
          <CopyButton text={info.dataHash} what="data hash" />
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function countWords({ counts }: CaseInfo): string {
  const reference =
    counts.referenceAccounts > 0
      ? ` and ${formatCount(counts.referenceAccounts)} of the benign reference`
      : '';
  return [
    `${formatUnits(counts.accounts, 'account')}${reference}`,
    formatUnits(counts.requests, 'request'),
    formatUnits(counts.sources, 'source'),
    formatUnits(counts.annotations, 'annotation'),
    formatUnits(counts.custodyEntries, 'custody entry', 'custody entries'),
  ].join(', ');
}
