import { useState } from 'react';
import { listSources, type Source } from '../../../shared/contract/imports.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { pickLogFolder, pickLogs } from '../../store/imports.ts';
import { useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatBytes, formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { ReferenceMark } from '../cohorts/reference-mark.tsx';
import { ContextEvents } from './context-events.tsx';
import { KIND_NAMES } from './model.ts';
import { ReconciliationCard } from './reconciliation-card.tsx';
import { RemoveSourceDialog } from './remove-source-dialog.tsx';
import './import.css';

/** The imported files, their hashes and what became of their rows. */
export function SourcesView() {
  const info = useSession((state) => state.case)!;
  const dataVersion = useSession((state) => state.dataVersion);
  const sources = useCall(listSources, {}, dataVersion);
  const [opened, setOpened] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Source | null>(null);
  const list = sources.value;
  const chosen = list?.find(({ sha256 }) => sha256 === opened);

  if (sources.error !== undefined) return <ErrorPanel error={sources.error} onRetry={sources.retry} />;
  if (!list) return null;
  if (list.length === 0) {
    return (
      <EmptyState title="No sources yet">
        <p>
          Every imported file is listed here with its SHA-256, how it was read, and what became of its rows.
        </p>
        <button type="button" className="primary" onClick={pickLogs}>
          Import logs
        </button>{' '}
        <button type="button" onClick={pickLogFolder}>
          Import a folder
        </button>
      </EmptyState>
    );
  }
  return (
    <div className="page">
      <header className="view-head">
        <h1>Sources</h1>
        <p className="soft">
          {formatUnits(list.length, 'imported file')} · times in {info.timeZone}
        </p>
      </header>
      <div className="toolbar">
        <button type="button" className="primary" onClick={pickLogs}>
          Import logs
        </button>
        <button type="button" onClick={pickLogFolder}>
          Import a folder
        </button>
        <span className="soft">or drop files and folders anywhere on this window</span>
      </div>
      <table className="table" aria-label="Sources">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Holds</th>
            <th scope="col">SHA-256</th>
            <th scope="col">Imported</th>
            <th scope="col" className="number">
              Size
            </th>
            <th scope="col" className="number">
              Rows read
            </th>
            <th scope="col" className="number">
              Stored
            </th>
            <th scope="col" className="number">
              Duplicates
            </th>
            <th scope="col" className="number">
              Conflicts
            </th>
            <th scope="col" className="number">
              Rejected
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((source) => (
            <SourceRow
              key={source.sha256}
              source={source}
              zone={info.timeZone}
              open={source.sha256 === opened}
              onOpen={() => setOpened(source.sha256 === opened ? null : source.sha256)}
            />
          ))}
        </tbody>
      </table>
      {chosen && (
        <div className="source-detail">
          <h2>
            <Shown text={chosen.file} max={120} /> <span className="soft">{chosen.format}</span>
          </h2>
          <ReconciliationCard source={{ ...chosen, alreadyImported: false }} />
          {info.readOnly === null && (
            <p className="acts">
              <button type="button" onClick={() => setRemoving(chosen)}>
                Take this import back
              </button>
              {chosen.kind !== 'context' && <ReferenceMark source={chosen} />}
            </p>
          )}
        </div>
      )}
      {list.some(({ kind }) => kind === 'context') && <ContextEvents zone={info.timeZone} />}
      {removing && <RemoveSourceDialog source={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

interface RowProps {
  readonly source: Source;
  readonly zone: string;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function SourceRow({ source, zone, open, onOpen }: RowProps) {
  return (
    <tr aria-current={open ? 'true' : undefined}>
      <td>
        <button type="button" className="link" aria-expanded={open} onClick={onOpen}>
          <Shown text={source.file} max={60} />
        </button>
      </td>
      <td>
        {KIND_NAMES[source.kind]}
        {source.reference && <span className="soft"> · benign reference</span>}
      </td>
      <td className="nowrap">
        <code className="mono" title={source.sha256}>
          {source.sha256.slice(0, 12)}
        </code>{' '}
        <CopyButton text={source.sha256} what={`the SHA-256 of ${shownText(source.file, { max: 60 })}`} />
      </td>
      <td className="time">{formatMinute(zone, source.importedUs)}</td>
      <td className="number nowrap">{formatBytes(source.sizeBytes)}</td>
      <td className="number">{formatCount(source.rowsRead)}</td>
      <td className="number">{formatCount(source.stored)}</td>
      <td className="number">{formatCount(source.duplicates)}</td>
      <td className="number">{formatCount(source.conflicts)}</td>
      <td className={source.rejected > 0 ? 'number warn' : 'number'}>{formatCount(source.rejected)}</td>
    </tr>
  );
}
