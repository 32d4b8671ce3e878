import { nextImport, skipImport, useImports } from '../../store/import-queue.ts';
import { importTitle } from '../../store/import-run.ts';
import { detect, pickLogFolder, pickLogs } from '../../store/imports.ts';
import { goTo } from '../../store/views.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount } from '../../ui/format.ts';
import { RunningJob } from '../../ui/running-job.tsx';
import { Shown } from '../../ui/shown.tsx';
import { MovedLine } from '../findings/moved-line.tsx';
import { EncodingChoice } from './encoding-choice.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { MappingScreen } from './mapping-screen.tsx';
import './import.css';

/** The file on its way in, one after another: detection, mapping, run, reconciliation. */
export function ImportView() {
  const { items, at } = useImports();
  const item = items[at];
  if (!item) {
    return (
      <EmptyState title="No file chosen">
        <p>Drop usage logs, or a folder of them, on this window, or choose them.</p>
        <button type="button" className="primary" onClick={pickLogs}>
          Import logs
        </button>{' '}
        <button type="button" onClick={pickLogFolder}>
          Import a folder
        </button>
      </EmptyState>
    );
  }
  const hasNext = at < items.length - 1;
  const waiting = items.slice(at + 1).filter(({ stage }) => stage !== 'done' && stage !== 'skipped').length;
  const ended = item.stage === 'done' || item.stage === 'failed' || item.stage === 'skipped';
  return (
    <div className="import">
      <header className="view-head">
        <h1>
          Import <Shown text={item.file.name} max={100} />
        </h1>
        {items.length > 1 && (
          <p className="soft">
            File {at + 1} of {items.length}
            {waiting > 0 &&
              ` · ${waiting === 1 ? '1 more file waits' : `${formatCount(waiting)} more files wait`}`}
          </p>
        )}
      </header>
      {item.stage === 'detecting' && <p className="page-note soft">Reading the start of the file.</p>}
      {item.stage === 'mapping' && <MappingScreen key={item.file.grant} item={item} />}
      {item.stage === 'running' && (
        <div className="page-note">
          <RunningJob title={importTitle(item.file)} what="import" />
        </div>
      )}
      {item.stage === 'failed' && (
        <div className="page-note">
          <ErrorPanel error={item.error} onRetry={() => detect(item.file)} />
          <EncodingChoice file={item.file} value={item.choices.encoding} />
        </div>
      )}
      {item.stage === 'skipped' && (
        <p className="page-note">
          This file was not imported.{' '}
          <button type="button" onClick={() => detect(item.file)}>
            Look at it again
          </button>
        </p>
      )}
      {item.stage === 'done' && item.result && <ImportOutcome result={item.result} />}
      {item.stage === 'done' && <MovedLine />}
      {ended && (
        <div className="acts">
          {hasNext ? (
            <button type="button" className="primary" onClick={nextImport}>
              Next file: <Shown text={items[at + 1].file.name} max={60} />
            </button>
          ) : (
            <button type="button" className="primary" onClick={() => goTo({ name: 'accounts' })}>
              Go to accounts
            </button>
          )}
          <button type="button" onClick={() => goTo({ name: 'sources' })}>
            All sources
          </button>
          <button type="button" onClick={pickLogs}>
            Import more logs
          </button>
        </div>
      )}
      {(item.stage === 'mapping' || item.stage === 'detecting') && hasNext && (
        <div className="acts">
          <button
            type="button"
            className="quiet"
            onClick={() => {
              skipImport(item.file.grant);
              nextImport();
            }}
          >
            Skip this file
          </button>
        </div>
      )}
    </div>
  );
}
