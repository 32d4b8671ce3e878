import { useStore } from 'zustand';
import { shownText } from '../../../shared/shown-text.ts';
import { formatTime } from '../../../shared/time/zone.ts';
import { toPx, toUs } from '../../draw/time-scale.ts';
import { useCalm } from '../../draw/use-calm.ts';
import { formatShare, formatUnits } from '../../ui/format.ts';
import { binAt } from '../timeline/bins.ts';
import { describe, describeTime, isStale, targetUs } from '../timeline/targets.ts';
import { isPointedAnew, type View, type ViewStore } from '../timeline/view-store.ts';
import { count } from '../timeline/words.ts';
import { laneAt, rowOfAccount } from './lane-at.ts';
import type { LaneCursorStore } from './lane-cursor.ts';
import { laneSentence } from './lane-words.ts';
import { type LanesLayout, ROW_PX, rowTop } from './lanes-layout.ts';
import { detailFor, type LanesScene, laneShown, sceneOfLane, sharesDetail } from './lanes-scene.ts';

interface Props {
  readonly scene: LanesScene;
  readonly store: ViewStore;
  readonly cursors: LaneCursorStore;
  readonly layout: LanesLayout;
  readonly scrollPx: number;
  readonly widthPx: number;
}

const MOST_PX = 300;
const wholeView = (view: View) => view;

/** Exact numbers of what is pointed at: the cell or request of a lane, else the strips at that time. */
export function LaneTooltip({ scene, store, cursors, layout, scrollPx, widthPx }: Props) {
  const { range, target, pointer } = useCalm(store, wholeView, isPointedAnew);
  const { cursor, hover } = useStore(cursors);
  const { body } = layout;
  const row = pointer ? hover : rowOfAccount(scene, cursor);
  const lane = laneAt(scene, row);
  const shown = lane && laneShown(scene, lane, range, body.width);
  const live = target && shown && !isStale(target, shown) ? target : null;
  const pointedUs = pointer ? toUs(range, body.width, pointer.px) : null;
  const text =
    lane && shown && live
      ? describe(sceneOfLane(scene, lane), shown, live)
      : pointedUs === null
        ? null
        : withStrips(scene, pointedUs, layout, range);
  const us = live ? targetUs(live) : (pointedUs ?? range.fromUs);
  const px = Math.min(body.width, Math.max(0, toPx(range, body.width, us)));
  const right = body.left + px + 14 + MOST_PX > widthPx;
  const top = lane ? rowTop(body, scrollPx, row) + ROW_PX + 4 : layout.active.top - 60;
  const name = lane ? shownText(lane.info.account, { max: 60 }) : '';
  const spoken = lane
    ? [
        name,
        ...(live && text
          ? [text.title, text.zone, ...text.lines]
          : [shownText(laneSentence(lane.info, scene.sum.total, scene.spans), { max: 400 })]),
      ].join(', ')
    : '';
  return (
    <>
      {text ? (
        <div
          className="timeline-tooltip"
          style={right ? { right: widthPx - body.left - px + 14, top } : { left: body.left + px + 14, top }}
          aria-hidden="true"
        >
          {name ? <div className="lanes-tooltip-name">{name}</div> : null}
          <strong>{text.title}</strong> <span>{text.zone}</span>
          {text.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      ) : null}
      <div className="timeline-spoken" role="status">
        {pointer ? '' : spoken}
      </div>
    </>
  );
}

/** The time pointed at, with what the strips say of it. */
function withStrips(
  scene: LanesScene,
  us: number,
  { body }: LanesLayout,
  range: { readonly fromUs: number; readonly toUs: number },
) {
  const detail = detailFor(range, body.width);
  const time = describeTime(scene.sum, us, (range.toUs - range.fromUs) / body.width);
  const lines: string[] = [];
  const together = scene.togetherFor(detail);
  const at = together ? together.fromUs.findIndex((from, i) => from <= us && us < together.toUs[i]) : -1;
  const lanes = scene.rows.filter((row) => row.kind === 'lane').length;
  if (together && at >= 0) {
    const digits = together.hours[at] > 1 ? 1 : 0;
    const mean = together.hours[at] > 1 ? `, mean of ${formatUnits(together.hours[at], 'hour')}` : '';
    lines.push(
      `${together.active[at].toFixed(digits)} of ${formatUnits(lanes, 'lane')} active in an hour${mean}`,
    );
    lines.push(
      `${together.expected[at].toFixed(1)} by chance, 95 % of the time ${together.low[at].toFixed(1)} to ${Math.min(lanes, together.high[at]).toFixed(1)}`,
    );
  }
  const wide = sharesDetail(range, body.width);
  const all = scene.sum.bins(wide.level);
  const cell = binAt(all, us);
  if (cell >= 0) {
    const { shares, parts, working } = scene.sharesFor(wide);
    const own = shares.subarray(cell * parts, (cell + 1) * parts);
    const most = own.reduce((largest, share) => Math.max(largest, share), 0);
    lines.push(
      `${count(all.requests[cell])} of ${formatUnits(scene.sum.total, 'request')} per ${wide.level.title}; largest share ${formatShare(most, 1)}, ` +
        `even ${formatShare(1, working[cell])} among ${formatUnits(working[cell], 'lane')} at work`,
    );
  }
  const title = formatTime(scene.spans.zone, us, 'minute');
  return { title, zone: time.zone, lines };
}
