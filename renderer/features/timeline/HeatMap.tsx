// biome-ignore-all lint/a11y/useSemanticElements: a virtual table and a grid of cells are laid out as grids; table elements would lose their roles to it

import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { Activity } from '../../../shared/contract/timeline.ts';
import type { Zone } from '../../../shared/time/zone.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { zoneSpans } from '../../draw/zone-spans.ts';
import { captionOf } from '../../ui/caption.ts';
import { formatShare } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { ofAccountInView } from './account-in-view.ts';
import { drawHeat, HEAT_SIZE } from './draw-heat.ts';
import { filterInForce } from './filter-in-force.ts';
import { HeatTable } from './HeatTable.tsx';
import { heatLegend, heatOf, heatStep, heatThresholds } from './heat.ts';
import { count, plural, rangeTitle, zoneTitle } from './words.ts';

interface Props {
  readonly activity: Activity;
  readonly zone: Zone;
  readonly range: TimeRange;
  /** Whose requests they are, where that is not one account: `of 12 lanes`. */
  readonly of?: string;
  /** Largest count of the ramp, where several maps are to have one; without it the largest here. */
  readonly most?: number;
  /** What narrows these requests down, in words for their picture; without it the filter of the window. */
  readonly filterWords?: string;
  /** Weekday 0 is Monday. */
  readonly onPick: (weekday: number, hour: number) => void;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const pad = (hour: number) => String(hour).padStart(2, '0');

/** When in the week requests come: hour of the day by weekday, with the number of such hours beside. */
export function HeatMap({ activity, zone, range, of, most, filterWords, onPick }: Props) {
  const { fromUs, toUs } = range;
  const spans = useMemo(() => zoneSpans(zone, fromUs, toUs), [zone, fromUs, toUs]);
  const heat = useMemo(() => heatOf(activity, spans, { fromUs, toUs }), [activity, spans, fromUs, toUs]);
  const sums = WEEKDAYS.map((_, day) =>
    heat.requests.subarray(day * 24, day * 24 + 24).reduce((sum, n) => sum + n, 0),
  );
  const tops = heatThresholds(most ?? heat.requests.reduce((largest, n) => Math.max(largest, n), 0));
  const [cursor, setCursor] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  const [tableShown, setTableShown] = useState(false);
  const id = useId();

  function onKeyDown(event: KeyboardEvent) {
    const [weekday, hour] = [Math.floor(cursor / 24), cursor % 24];
    const next: Record<string, number> = {
      ArrowLeft: weekday * 24 + Math.max(0, hour - 1),
      ArrowRight: weekday * 24 + Math.min(23, hour + 1),
      ArrowUp: Math.max(0, weekday - 1) * 24 + hour,
      ArrowDown: Math.min(6, weekday + 1) * 24 + hour,
      Home: weekday * 24,
      End: weekday * 24 + 23,
    };
    if (event.key === 'Enter' || event.key === ' ') onPick(weekday, hour);
    else if (Object.hasOwn(next, event.key)) {
      setCursor(next[event.key]);
      setPointed(next[event.key]);
    } else return;
    event.preventDefault();
  }

  const describe = (cell: number) => {
    const [weekday, hour] = [Math.floor(cell / 24), cell % 24];
    const hours = heat.hours[cell];
    const rate = hours > 0 ? `, ${(heat.requests[cell] / hours).toPrecision(2)} an hour` : '';
    return (
      `${WEEKDAYS[weekday]} ${pad(hour)}:00 – ${pad((hour + 1) % 24)}:00: ` +
      `${count(heat.requests[cell])} of ${plural(heat.total, 'request')} (${formatShare(heat.requests[cell], heat.total)}), ` +
      `in ${hours} such ${hours === 1 ? 'hour' : 'hours'}${rate}`
    );
  };

  const zoneText = zoneTitle(spans, heat.range);
  return (
    <section className="heat" aria-label={`Hour and weekday${of ? ` ${of}` : ''}`}>
      <p className="timeline-readout">
        <strong>Hour and weekday</strong>{' '}
        <span>{`${plural(heat.total, 'request')}${of ? ` ${of}` : ''} · ${rangeTitle(spans, heat.range)}, ${zoneText}`}</span>{' '}
        <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
          Hours as a table
        </button>{' '}
        <PictureMenu
          name={`hour and weekday${of ? ` ${of}` : ''}`}
          picture={() => ({
            size: HEAT_SIZE,
            caption: captionOf(
              `Hour and weekday of ${plural(heat.total, 'request')}${of ? ` ${of}` : ''}${ofAccountInView()}, ${rangeTitle(spans, heat.range)}, ${zoneText}`,
              filterWords ?? filterInForce(),
              heat.total,
            ),
            draw: (context, _, palette) => drawHeat(context, heat, tops, palette),
          })}
        />
      </p>
      {tableShown && <HeatTable heat={heat} weekdays={WEEKDAYS} zoneText={zoneText} />}
      <div
        className="heat-grid"
        role="grid"
        aria-label={`Requests ${of ? `${of} ` : ''}by weekday and hour, ${zoneText}`}
        aria-activedescendant={`${id}-${cursor}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => setPointed(cursor)}
        onBlur={() => setPointed(null)}
        onPointerLeave={() => setPointed(null)}
      >
        {WEEKDAYS.map((name, weekday) => (
          <div key={name} className="heat-row" role="row" tabIndex={-1}>
            <span role="rowheader" tabIndex={-1}>
              {name.slice(0, 3)}
            </span>
            {HOURS.map((hour) => {
              const cell = weekday * 24 + hour;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for its active cell
                <span
                  key={hour}
                  id={`${id}-${cell}`}
                  className="heat-cell"
                  role="gridcell"
                  tabIndex={-1}
                  data-step={heatStep(heat.requests[cell], tops)}
                  data-active={cell === cursor || undefined}
                  aria-label={describe(cell)}
                  onPointerEnter={() => setPointed(cell)}
                  onClick={() => {
                    setCursor(cell);
                    onPick(weekday, hour);
                  }}
                />
              );
            })}
            <span
              className="heat-sum"
              role="gridcell"
              tabIndex={-1}
              aria-label={`${name}: ${count(sums[weekday])} of ${plural(heat.total, 'request')}`}
            >
              {count(sums[weekday])}
            </span>
          </div>
        ))}
        <div className="heat-row heat-hours" aria-hidden="true">
          <span />
          {HOURS.map((hour) => (
            <span key={hour}>{hour % 3 === 0 ? pad(hour) : ''}</span>
          ))}
        </div>
      </div>
      <p className="heat-foot">
        <span className="heat-legend">
          {heatLegend(tops).map(({ step, text }) => (
            <span key={step}>
              <i className="heat-cell" data-step={step} />
              {text}
            </span>
          ))}
          requests a cell, sums of weekdays at the right
        </span>
        <span className="heat-said">
          {pointed === null ? `Hours of the day in ${zoneText}` : describe(pointed)}
        </span>
      </p>
    </section>
  );
}
