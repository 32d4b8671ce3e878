import { useId, useMemo, useState } from 'react';
import {
  type CoverageGrowth,
  coverageGrowth,
  GROWTH_OF,
  type GrowthOf,
  MOST_READ_REQUESTS,
  type TopicRarefaction,
} from '../../../shared/contract/coverage.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { useCall } from '../../ui/use-call.ts';
import { useOnDemand } from '../pick/use-on-demand.ts';
import type { AskedCoverage } from './asked.ts';
import { coverageCaption } from './coverage-caption.ts';
import { CURVE_HEIGHT, CurvesChart } from './curves-chart.tsx';
import { growthScene } from './curves-model.ts';
import { drawCurves } from './draw-curves.ts';
import { GrowthTable } from './growth-table.tsx';

interface Props {
  readonly asked: AskedCoverage;
  readonly version: number;
  /** Of topics, for what others give; undefined where requests state none. */
  readonly rarefaction: TopicRarefaction | undefined;
}

const TITLES: Readonly<Record<GrowthOf, string>> = { topic: 'topics', prompt: 'prompts' };
const PICTURE = { widthPx: 720, heightPx: CURVE_HEIGHT };

/** How different topics or prompts grow along the requests, read from the rows of the accounts. */
export function GrowthPanel({ asked, version, rarefaction }: Props) {
  const id = useId();
  const [by, setBy] = useState<GrowthOf>(rarefaction ? 'topic' : 'prompt');
  const { isWanted, want, stop } = useOnDemand(asked.filter, [asked.of, asked.outside]);
  const [tableShown, setTableShown] = useState(false);
  const answer = useCall(coverageGrowth, isWanted ? { ...asked, by } : null, version);
  const growth = answer.value;
  const scene = useMemo(() => growth && growthScene(growth, by, rarefaction), [growth, by, rarefaction]);
  const isDrawn = growth !== undefined && scene !== undefined && growth.counted > 0;
  return (
    <section className="coverage-part" aria-labelledby={id}>
      <header className="coverage-head">
        <h2 id={id}>
          In order of time{' '}
          <span className="soft">
            {growth ? growthWords(growth, by) : `different ${TITLES[by]} by requests`}
          </span>
        </h2>
        <span className="coverage-acts">
          {rarefaction && (
            <>
              <label htmlFor={`${id}-by`}>Count</label>
              <select
                id={`${id}-by`}
                value={by}
                onChange={({ target }) => {
                  setBy(target.value as GrowthOf);
                }}
              >
                {GROWTH_OF.map((one) => (
                  <option key={one} value={one}>
                    {TITLES[one]}
                  </option>
                ))}
              </select>
            </>
          )}
          {isDrawn && (
            <>
              <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
                Growth as a table
              </button>
              <PictureMenu
                name={`growth of ${TITLES[by]}`}
                picture={() => ({
                  size: PICTURE,
                  caption: coverageCaption(
                    `Growth in order of time: ${growthWords(growth, by)}`,
                    asked.of,
                    '',
                    growth.counted,
                  ),
                  draw: (context, size, colours) => drawCurves(context, scene, null, size, colours),
                })}
              />
            </>
          )}
        </span>
      </header>
      {answer.error !== undefined && <ErrorPanel error={answer.error} onRetry={answer.retry} />}
      {!isWanted && (
        <p className="soft">
          {asked.filter ? 'Single requests are not read anew with every filter. ' : 'Not read. '}
          <button type="button" onClick={want}>
            Read the requests
          </button>
        </p>
      )}
      {isWanted && answer.busy && !growth && (
        <p className="coverage-busy soft" role="status">
          {`Reading at most ${formatCount(MOST_READ_REQUESTS)} requests of these accounts. `}
          <button type="button" onClick={stop}>
            Cancel
          </button>
        </p>
      )}
      {growth && growth.counted === 0 && <p>{`None of the requests has both a time and a ${by}.`}</p>}
      {isDrawn && (
        <>
          <p className="coverage-finding">{NOTES[by]}</p>
          <CurvesChart scene={scene} label={`Growth in order of time: ${growthWords(growth, by)}`} />
          {tableShown && <GrowthTable growth={growth} labelledBy={id} />}
        </>
      )}
    </section>
  );
}

const NOTES: Readonly<Record<GrowthOf, string>> = {
  topic:
    'Grey is as at equal numbers of requests, the order of time left aside: a sweep that takes one topic after the other lies below its own rarefaction.',
  prompt:
    'A prompt counts as different by its text, or without one by its hash. Both scales are square roots, so that a straight line is a constant share of new ones. No band: prompts of cohorts are not rolled up.',
};

export function growthWords(
  { counted, left, read, ofAccounts, union, members }: CoverageGrowth,
  by: GrowthOf,
) {
  const curve = union ?? members[0];
  const distinct = curve && curve.distinct.length > 0 ? curve.distinct[curve.distinct.length - 1] : 0;
  const parts = [
    `${formatUnits(distinct, `different ${by}`)} in ${formatCount(counted)} of ${formatUnits(counted + left, 'request')} of ${formatCount(read)} of ${formatUnits(ofAccounts, 'account')}`,
  ];
  if (left > 0) parts.push(`the others lack a time or a ${by}`);
  if (read < ofAccounts) parts.push(`no more than ${formatCount(MOST_READ_REQUESTS)} requests are read`);
  return parts.join('; ');
}
