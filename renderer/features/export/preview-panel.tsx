import { useState } from 'react';
import { type BundleChoice, previewReport } from '../../../shared/contract/bundles.ts';
import { runJob } from '../../store/jobs.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { isCancelled } from '../../ui/message-of.ts';
import { RunningJob } from '../../ui/running-job.tsx';
import { ReportPage } from './report-page.tsx';

interface Made {
  readonly of: BundleChoice;
  readonly html: string;
}

const TITLE = 'Making a preview of the report';

/** The report that a bundle of this choice would hold, made when it is asked for. */
export function PreviewPanel({ choice }: { choice: BundleChoice }) {
  const [made, setMade] = useState<Made | null>(null);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isOld = made !== null && made.of !== choice;

  const make = async () => {
    setRunning(true);
    setFailure(null);
    try {
      const { html } = await runJob(TITLE, 'Nothing is written anywhere.', previewReport, choice);
      setMade({ of: choice, html });
    } catch (error) {
      if (!isCancelled(error)) setFailure(error);
    }
    setRunning(false);
  };

  return (
    <>
      {running && <RunningJob title={TITLE} what="preview" />}
      {!running && (made === null || isOld) && (
        <p className="preview-ask">
          <button type="button" onClick={() => void make()}>
            {isOld ? 'Make it again' : 'Make the preview'}
          </button>{' '}
          <span className={isOld ? 'warn' : 'soft'}>
            {isOld
              ? 'What is shown was made before the last changes.'
              : 'The report as it would be exported now. It takes about as long as the export; nothing is written to a place of yours.'}
          </span>
        </p>
      )}
      {failure !== null && <ErrorPanel error={failure} />}
      {made && (
        <section className="preview" aria-label="Preview of the report" tabIndex={-1}>
          <ReportPage html={made.html} />
        </section>
      )}
    </>
  );
}
