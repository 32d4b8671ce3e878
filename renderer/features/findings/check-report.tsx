import type { MovedExhibit } from '../../../shared/contract/findings.ts';
import { CHECK_TITLE, openFinding, useFindingChecks } from '../../store/findings.ts';
import { useJobs } from '../../store/jobs.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { progressText } from '../../ui/progress-text.ts';
import { Shown } from '../../ui/shown.tsx';
import { figureName, figureText, moveText } from './figure-text.ts';
import { movedFigures, reportWords } from './finding-words.ts';

/** The check of all exhibits: under way, or what it found moved and by how much. */
export function CheckReport() {
  const { running, report, reportOf, error, cancelled } = useFindingChecks();
  const file = useSession((state) => state.file?.grant ?? null);
  const job = useJobs((state) => state.jobs.find(({ title }) => title === CHECK_TITLE));
  if (reportOf !== file) return null;
  if (running) {
    const { text, fraction01 } = progressText(job?.progress);
    return (
      <section className="check-report" aria-label="Check under way">
        <progress aria-label="Check progress" value={fraction01} max={1} />
        <p className="soft">{job?.cancelling ? 'cancelling' : text}</p>
        {job && (
          <p>
            <button type="button" disabled={job.cancelling} onClick={job.cancel}>
              Cancel
            </button>{' '}
            <span className="soft">{job.cancelEffect}</span>
          </p>
        )}
      </section>
    );
  }
  if (error !== null) return <ErrorPanel error={error} />;
  if (cancelled)
    return (
      <p className="check-report" role="status">
        The check was cancelled. What it found before is counted below; the other exhibits are as they were.
      </p>
    );
  if (!report) return null;
  return (
    <section className="check-report" aria-label="What the check found">
      <p role="status" className={report.moved.length > 0 ? 'warn' : ''}>
        {reportWords(report)}
      </p>
      {report.moved.length > 0 && (
        <table className="table" aria-label="What moved">
          <thead>
            <tr>
              <th scope="col">Finding and exhibit</th>
              <th scope="col">Figure</th>
              <th scope="col" className="number">
                Before
              </th>
              <th scope="col" className="number">
                After
              </th>
              <th scope="col" className="number">
                Moved by
              </th>
            </tr>
          </thead>
          {report.moved.map(({ finding, claim, exhibits }) => (
            <tbody key={finding}>
              <tr>
                <th scope="rowgroup" colSpan={5} className="moved-claim">
                  <button type="button" className="link strong" onClick={() => openFinding(finding)}>
                    <Shown text={claim} max={300} />
                  </button>
                </th>
              </tr>
              {exhibits.map((one) => (
                <Moved key={one.exhibit} moved={one} />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </section>
  );
}

function Moved({ moved: { title, rerun } }: { moved: MovedExhibit }) {
  const zone = useSession((state) => state.case!.timeZone);
  const figures = rerun.state === 'cannot' ? [] : movedFigures(rerun);
  if (figures.length === 0)
    return (
      <tr>
        <td>
          <Shown text={title} max={200} />
        </td>
        <td colSpan={4}>
          {rerun.state === 'cannot' ? (
            <>
              cannot be worked out: <Shown text={rerun.reason ?? ''} max={1000} />
            </>
          ) : (
            'rows of the result differ, its figures do not'
          )}
        </td>
      </tr>
    );
  return figures.map((figure, index) => (
    <tr key={figure.name}>
      {index === 0 && (
        <td rowSpan={figures.length}>
          <Shown text={title} max={200} />
        </td>
      )}
      <td>
        <Shown text={figureName(figure.name, zone)} max={200} />
      </td>
      <td className="number">{figureText(figure.name, figure.before, zone)}</td>
      <td className="number">{figureText(figure.name, figure.after, zone)}</td>
      <td className="number warn">{moveText(figure)}</td>
    </tr>
  ));
}
