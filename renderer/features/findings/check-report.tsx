import { knownChecks, type MovedExhibit } from '../../../shared/contract/findings.ts';
import { CHECK_TITLE, useExhibitChecks } from '../../store/exhibit-checks.ts';
import { openFinding, useFindingsVersion } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { RunningJob } from '../../ui/running-job.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { figureName, figureText, moveText } from './figure-text.ts';
import { knownWords, movedFigures } from './finding-words.ts';

/** The check of exhibits under way, and which of all moved when they were last worked out, by how much. */
export function CheckReport() {
  const { running, error, cancelled } = useExhibitChecks();
  const known = useCall(knownChecks, {}, useFindingsVersion());
  const report = known.value;
  if (running) return <RunningJob title={CHECK_TITLE} what="check" />;
  if (error !== null) return <ErrorPanel error={error} />;
  if (!report || report.exhibits === 0) return null;
  return (
    <section className="check-report" aria-label="What the check found">
      <p role="status" className={report.moved.length > 0 ? 'warn' : 'soft'}>
        {cancelled && 'The check was cancelled; what it had found is kept. '}
        {knownWords(report)}
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
