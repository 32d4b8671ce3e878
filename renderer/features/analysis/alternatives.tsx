import { Fragment, useState } from 'react';
import type { Alternative } from '../../../shared/contract/analysis.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { holdingWords, unrefuted } from './operator-model.ts';
import { holdsWords } from './words.ts';

/** Shown before the others are asked for. */
const FIRST = 4;

/** Innocent readings with what each predicts of the data: those that hold best come first. */
export function Alternatives({ alternatives }: { alternatives: readonly Alternative[] }) {
  const [all, setAll] = useState(false);
  const open = unrefuted(alternatives);
  const shown = all ? alternatives : alternatives.slice(0, Math.max(FIRST, open.length));
  return (
    <>
      <p>
        {open.length === 0
          ? `Of ${formatUnits(alternatives.length, 'innocent reading')} tested, each has a prediction that does not hold, or none that can be told.`
          : `Of ${formatUnits(alternatives.length, 'innocent reading')} tested, ${open.length} ${open.length === 1 ? 'has' : 'have'} nothing in the data against ${open.length === 1 ? 'it' : 'them'}.`}
      </p>
      <table className="table alternatives" aria-label="Innocent readings">
        <thead>
          <tr>
            <th scope="col">Reading</th>
            <th scope="col">It predicts</th>
            <th scope="col">Outcome</th>
            <th scope="col">In the data</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((alternative) => (
            <Fragment key={alternative.id}>
              {alternative.predictions.map(({ text, holds, detail }, at) => (
                <tr key={text} className={at === 0 ? 'group-start' : ''}>
                  {at === 0 && (
                    <th scope="rowgroup" rowSpan={alternative.predictions.length}>
                      <span className="reading">{alternative.title}</span>
                      <span className="soft">{holdingWords(alternative)}</span>
                    </th>
                  )}
                  <td>{text}</td>
                  <td className="nowrap">
                    <Holds holds={holds} />
                  </td>
                  <td className="soft wrap">
                    <Shown text={detail} max={300} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {shown.length < alternatives.length && (
        <p className="more">
          <button type="button" onClick={() => setAll(true)}>
            Show all {alternatives.length} readings
          </button>
        </p>
      )}
    </>
  );
}

/** A mark and the words: filled where it holds, crossed where it does not, open where the data cannot tell. */
function Holds({ holds }: { holds: boolean | null }) {
  return (
    <span className={holds === true ? 'holds holds-yes' : 'holds'}>
      <svg width={10} height={10} aria-hidden="true">
        <circle className={holds === true ? 'holds-full' : 'holds-open'} cx={5} cy={5} r={4} />
        {holds === false && <path className="holds-cross" d="M2.2 7.8 7.8 2.2" />}
      </svg>
      {holdsWords(holds)}
    </span>
  );
}
