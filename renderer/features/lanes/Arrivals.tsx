import { useMemo, useRef, useState } from 'react';
import { type ArrivalGaps, laneArrivals } from '../../../shared/contract/lanes.ts';
import { useSize } from '../../draw/use-drawing.ts';
import { captionOf } from '../../ui/caption.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatShare, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { useCall } from '../../ui/use-call.ts';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import { useOnDemand } from '../pick/use-on-demand.ts';
import { filterInForce } from '../timeline/filter-in-force.ts';
import { TimelineTable } from '../timeline/TimelineTable.tsx';
import { durationTitle } from '../timeline/words.ts';
import { arrivalRows, arrivalTicks, binFromUs, binSpan, gapsWords, medianBin } from './arrivals-model.ts';
import { ARRIVALS_SIZE, drawArrivals } from './draw-arrivals.ts';

interface Props {
  readonly accounts: readonly string[];
}

/** Times between successive requests of these accounts, on a scale of decades, in front of those of others in grey. */
export function Arrivals({ accounts }: Props) {
  const { atAnyTime: filter, version } = useAskedFilter();
  const { isWanted, want } = useOnDemand(filter, accounts);
  const args = useMemo(
    () => (isWanted && accounts.length > 0 ? { accounts: [...accounts], filter } : null),
    [accounts, isWanted, filter],
  );
  const answer = useCall(laneArrivals, args, version, true);
  const [tableShown, setTableShown] = useState(false);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!isWanted)
    return (
      <p className="soft">
        Times between requests are read from single requests, not anew with every filter.{' '}
        <button type="button" onClick={want}>
          Read them
        </button>
      </p>
    );
  if (!answer.value) return <p className="soft">Reading times between requests.</p>;
  const { subject, others } = answer.value;
  return (
    <section className="arrivals" aria-label="Times between requests">
      <p className="timeline-readout">
        <strong>Times between requests</strong>{' '}
        <span>{`${gapsWords(subject)} · in grey ${gapsWords(others)}`}</span>{' '}
        <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
          Gaps as a table
        </button>{' '}
        <PictureMenu
          name="times between requests"
          picture={() => ({
            size: ARRIVALS_SIZE,
            caption: captionOf(
              `Times between successive requests: ${gapsWords(subject)}`,
              filterInForce(),
              `Gaps between requests of ${formatUnits(subject.accounts, 'account')}`,
              [
                `Share of the gaps in each step; in grey ${gapsWords(others)}.${filter ? ' Gaps between requests that meet the filter, at any time that it takes.' : ''}`,
              ],
            ),
            draw: (context, size, colours) => drawArrivals(context, subject, others, size, colours),
          })}
        />
      </p>
      {tableShown && (
        <TimelineTable
          rows={arrivalRows(subject, others)}
          zoneTitle="no zone, gaps only"
          onPickRequest={() => {}}
        />
      )}
      <Plot subject={subject} others={others} />
    </section>
  );
}

const HEIGHT = 200;
const FOOT = 34;
const LEFT = 44;
const TOP = 20;

function Plot({ subject, others }: { subject: ArrivalGaps; others: ArrivalGaps }) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const span = binSpan([subject, others]);
  if (!span) return <p className="soft">No account here has two requests with a time.</p>;
  const width = Math.max(200, (size?.widthPx ?? 520) - LEFT - 8);
  const [first, last] = span;
  const most = Math.max(...subject.share, ...others.share, 0.01);
  const x = (bin: number) => LEFT + ((bin - first) / (last - first)) * width;
  const y = (share: number) => TOP + (1 - share / most) * (HEIGHT - TOP);
  const steps = (share: Float64Array) => {
    let path = `M${x(first)} ${HEIGHT}`;
    for (let bin = first; bin < last; bin++) path += `V${y(share[bin]).toFixed(1)}H${x(bin + 1).toFixed(1)}`;
    return `${path}V${HEIGHT}`;
  };
  const median = medianBin(subject);
  const at = (us: number) => x(10 * Math.log10(us / binFromUs(0)));
  const words = `Times between successive requests: half of ${gapsWords(subject)} are shorter than ${
    median === null ? 'any' : durationTitle(binFromUs(median + 1))
  }; the numbers stand in the table of gaps`;
  return (
    <div ref={frame} className="arrivals-plot">
      <svg width="100%" height={HEIGHT + FOOT} role="img" aria-label={words}>
        <path className="arrivals-others" d={steps(others.share)} />
        <path className="arrivals-subject" d={steps(subject.share)} />
        <line className="arrivals-axis" x1={LEFT} x2={LEFT + width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
        {arrivalTicks(span).map(({ us, label }) => (
          <g key={us}>
            <line className="arrivals-axis" x1={at(us)} x2={at(us)} y1={HEIGHT} y2={HEIGHT + 4} />
            <text className="arrivals-text" x={at(us)} y={HEIGHT + 17} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        <text className="arrivals-text" x={LEFT - 6} y={TOP + 4} textAnchor="end">
          {formatShare(most, 1)}
        </text>
        <text className="arrivals-text" x={LEFT - 6} y={HEIGHT} textAnchor="end">
          0
        </text>
        <text className="arrivals-text" x={LEFT + width} y={HEIGHT + 31} textAnchor="end">
          gap to the next request of the same account, ten steps a decade
        </text>
        {median !== null && (
          <>
            <line
              className="arrivals-median"
              x1={x(median + 0.5)}
              x2={x(median + 0.5)}
              y1={TOP}
              y2={HEIGHT}
            />
            <text className="arrivals-median-text" x={x(median + 0.5) + 5} y={TOP - 6}>
              {`half within ${durationTitle(binFromUs(median + 1))}`}
            </text>
          </>
        )}
      </svg>
    </div>
  );
}
