import type { ExhibitRemade, Recomputation } from '../../../shared/contract/bundles.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { figureName, figureText } from '../findings/figure-text.ts';
import { recomputeWords } from './recompute-words.ts';

interface Props {
  readonly recompute: Recomputation;
  readonly zone: string;
}

/** What making everything again gave, with the exhibits by name. */
export function Recomputed({ recompute, zone }: Props) {
  const { exhibits, notCompared, problems } = recompute;
  const drifted = exhibits.filter(({ state }) => state !== 'match');
  const held = exhibits.filter(({ state }) => state === 'match');
  return (
    <>
      <p className={problems.length > 0 ? 'warn' : undefined}>{recomputeWords(recompute)}</p>
      {drifted.length > 0 && (
        <ul className="sentences" aria-label="Exhibits that came out otherwise">
          {drifted.map((exhibit) => (
            <li key={exhibit.id} className="warn">
              <Exhibit exhibit={exhibit} zone={zone} />
            </li>
          ))}
        </ul>
      )}
      {held.length > 0 && (
        <details>
          <summary>{formatUnits(held.length, 'exhibit')} that came out the same</summary>
          <ul className="sentences">
            {held.map(({ id, number, title }) => (
              <li key={id}>
                E{number} <Shown text={title} max={200} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {notCompared.length > 0 && (
        <p className="soft">
          Nothing can make <Shown text={notCompared.join(', ')} max={300} /> again to the byte; what it shows
          stands in the report beside it.
        </p>
      )}
    </>
  );
}

function Exhibit({
  exhibit: { number, title, state, figures },
  zone,
}: {
  exhibit: ExhibitRemade;
  zone: string;
}) {
  return (
    <>
      E{number} <Shown text={title} max={200} />:{' '}
      {state === 'cannot'
        ? 'cannot be worked out from the tables'
        : figures.length === 0
          ? 'rows of its result differ, its figures do not'
          : figures.map(({ name, before, after }, index) => (
              <span key={name}>
                {index > 0 && '; '}
                <Shown text={figureName(name, zone)} max={120} /> shown as {figureText(name, before, zone)},
                worked out {figureText(name, after, zone)}
              </span>
            ))}
    </>
  );
}
