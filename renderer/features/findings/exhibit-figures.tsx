import type { FigureChange, PinnedExhibit, Rerun } from '../../../shared/contract/exhibits.ts';
import { useSession } from '../../store/session.ts';
import { Shown } from '../../ui/shown.tsx';
import { figureName, figureText, moveText } from './figure-text.ts';

interface Props {
  readonly exhibit: PinnedExhibit;
  /** Its place among the exhibits. */
  readonly number: number;
  /** What a check found; null before one. */
  readonly rerun: Rerun | null;
}

/** What people read off an exhibit, as pinned, and after a check beside what it is now. */
export function ExhibitFigures({ exhibit, number, rerun }: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const beside = rerun !== null && rerun.state !== 'cannot';
  const figures: readonly FigureChange[] = beside
    ? rerun.figures
    : exhibit.figures.map(({ name, value }) => ({ name, before: value, after: null }));
  return (
    <table className="table exhibit-figures" aria-label={`Figures of exhibit ${number}`}>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" className="number">
            As pinned
          </th>
          {beside && (
            <>
              <th scope="col" className="number">
                Now
              </th>
              <th scope="col" className="number">
                Moved by
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const move = beside ? moveText(figure) : '';
          return (
            <tr key={figure.name} className={move === '' ? '' : 'figure-moved'}>
              <th scope="row">
                <Shown text={figureName(figure.name, zone)} max={200} />
              </th>
              <td className="number">{figureText(figure.name, figure.before, zone)}</td>
              {beside && (
                <>
                  <td className="number">{figureText(figure.name, figure.after, zone)}</td>
                  <td className="number">{move || <span className="soft">same</span>}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
