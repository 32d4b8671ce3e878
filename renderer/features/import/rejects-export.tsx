import { useState } from 'react';
import { exportRejects, type RejectsFiles, type Source } from '../../../shared/contract/imports.ts';
import { runJob } from '../../store/jobs.ts';
import { refreshCase } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { fileNamePart } from '../../ui/file-name.ts';
import { formatUnits } from '../../ui/format.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { Shown } from '../../ui/shown.tsx';

/** Saves the rows that were not stored, so that they can be put right and imported again. */
export function RejectsExport({ source }: { source: Source }) {
  const [saved, setSaved] = useState<RejectsFiles | null>(null);
  const [error, setError] = useState<unknown>();
  const csv = source.mapping.delimiter !== null;

  const save = async () => {
    const name = `${fileNamePart(source.file)}-rejects${csv ? '.csv' : '.ndjson'}`;
    const [file] = await window.stillwatch.pick(csv ? 'save-rejects-csv' : 'save-rejects-ndjson', name);
    if (!file) return;
    setError(undefined);
    try {
      const args = { sha256: source.sha256, grant: file.grant };
      setSaved(await runJob(`Saving ${file.name}`, 'Nothing is written then.', exportRejects, args));
      await refreshCase();
    } catch (failure) {
      if (!isCancelled(failure)) setError(failure);
    }
  };

  return (
    <div className="rejects-export">
      <p>
        <button type="button" onClick={save}>
          Save these rows to put them right
        </button>{' '}
        <span className="soft">
          As they stand in the file, in UTF-8 and not encrypted; import the corrected file afterwards. Cells
          are not made safe for spreadsheets.
        </span>
      </p>
      {saved && (
        <p role="status">
          Written: <Shown text={saved.file} max={100} /> with {formatUnits(saved.rows, 'row')}, and the
          reasons in <Shown text={saved.reasonsFile} max={100} />.
          {saved.cut > 0 &&
            ` ${formatUnits(saved.cut, 'row')} left out, since only the beginning was kept; the reasons say which.`}
        </p>
      )}
      {error !== undefined && <ErrorPanel error={error} />}
    </div>
  );
}
