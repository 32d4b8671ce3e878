import type { CodingResult, SampleRow } from '../../../shared/contract/coding.ts';
import { openOperator } from '../../store/views.ts';
import { Shown } from '../../ui/shown.tsx';
import { AgreementPart } from './agreement-part.tsx';
import { IntervalChart } from './interval-chart.tsx';
import { ProgressTable } from './progress-table.tsx';
import { caveats, halfWords, notBlindWords } from './result-words.ts';

/** Shares, agreement, who was blind, and what none of that says. */
export function ResultBody({ row, result }: { row: SampleRow; result: CodingResult }) {
  const { operator, seed, drawn, frame, coders, pairs } = result;
  const notBlind = coders.flatMap((one) => {
    const words = notBlindWords(one);
    return words === null ? [] : [{ coder: one.coder, words }];
  });
  return (
    <>
      <p className="coding-about">
        It is about operator{' '}
        <button type="button" className="link mono" onClick={() => openOperator(operator)}>
          <Shown text={operator} max={40} />
        </button>
        : {halfWords('operator', drawn, frame)}, and {halfWords('cohort', drawn, frame)}, seed {seed}.
      </p>
      {notBlind.map(({ coder, words }) => (
        <p key={coder} className="banner coding-about" role="note">
          Not blind throughout: <Shown text={coder} max={60} /> {words}.
        </p>
      ))}
      <IntervalChart result={result} />
      <section className="coding-part" aria-labelledby="coding-computed">
        <h2 id="coding-computed">
          Agreement with the analysis{' '}
          <span className="soft">its accounts count as together, those beside it as apart</span>
        </h2>
        <div className="agreements">
          {coders.map(({ coder, withComputed }) => (
            <AgreementPart key={coder} rows={coder} columns="analysis" agreement={withComputed} />
          ))}
        </div>
      </section>
      <section className="coding-part" aria-labelledby="coding-pairs">
        <h2 id="coding-pairs">Agreement between coders</h2>
        {pairs.length === 0 ? (
          <p className="soft">
            One person has coded all of it so far. A second one who does so too shows how far the answer
            depends on who is asked.
          </p>
        ) : (
          <div className="agreements">
            {pairs.map(({ a, b, agreement }) => (
              <AgreementPart key={`${a} ${b}`} rows={a} columns={b} agreement={agreement} />
            ))}
          </div>
        )}
      </section>
      <section className="coding-part" aria-labelledby="coding-caveats">
        <h2 id="coding-caveats">What these figures do not say</h2>
        <ul className="caveats">
          {caveats(result).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section className="coding-part" aria-labelledby="coding-progress">
        <h2 id="coding-progress">Who coded</h2>
        <ProgressTable row={row} />
      </section>
    </>
  );
}
