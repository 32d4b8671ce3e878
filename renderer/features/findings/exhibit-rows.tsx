import {
  type ExhibitCell,
  exhibitQuestion,
  type PinnedExhibit,
  previewExhibit,
} from '../../../shared/contract/exhibits.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { figureName, figureText, isTime } from './figure-text.ts';

/** Rows shown at once. */
const MOST = 200;

/** The result worked out now, as a table: the case keeps of what was pinned the figures and hashes alone. */
export function ExhibitRows({ exhibit, number }: { exhibit: PinnedExhibit; number: number }) {
  const { query, args } = exhibit;
  const zone = useSession((state) => state.case!.timeZone);
  const dataVersion = useSession((state) => state.dataVersion);
  const question = exhibitQuestion.safeParse({ query, args });
  const answer = useCall(previewExhibit, question.success ? question.data : null, dataVersion);
  if (!question.success) return <p className="soft">This version does not know what this exhibit asks.</p>;
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return <p className="soft">Working the result out.</p>;
  const { columns, rows, ofRows, requests } = answer.value;
  const shown = rows.slice(0, MOST);
  const numeric = columns.map((_, at) => shown.some((cells) => typeof cells[at] === 'number'));
  return (
    <>
      <p className="soft">
        Worked out now from {formatUnits(requests, 'request')}: {formatCount(shown.length)} of{' '}
        {formatUnits(ofRows, 'row')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard */}
      <section className="exhibit-rows" tabIndex={0} aria-label={`Rows of exhibit ${number}`}>
        <table className="table">
          <thead>
            <tr>
              {columns.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of SQL may share a name
                <th key={at} scope="col" className={numeric[at] ? 'number' : ''}>
                  <Shown text={figureName(name, zone)} max={80} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are their places
              <tr key={at}>
                {cells.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={column} className={typeof cell === 'number' ? 'number' : ''}>
                    {typeof cell === 'string' ? (
                      <Shown text={figureName(cell, zone)} max={300} />
                    ) : (
                      figureText(unitOf(columns[column], cells), cell, zone)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** What tells the unit of a number: its column, or in a list of named totals the name in its row. */
function unitOf(column: string, cells: readonly ExhibitCell[]): string {
  const named = cells.find((cell) => typeof cell === 'string' && isTime(cell));
  return typeof named === 'string' ? named : column;
}
