import { toPx, toUs } from '../../draw/time-scale.ts';
import { useCalm } from '../../draw/use-calm.ts';
import type { PlotBox } from './layout.ts';
import { type Scene, shownFor } from './scene.ts';
import { describe, describeTime, isStale, targetUs } from './targets.ts';
import { isPointedAnew, type View, type ViewStore } from './view-store.ts';

interface Props {
  readonly scene: Scene;
  readonly store: ViewStore;
  readonly box: PlotBox;
  readonly widthPx: number;
}

const MOST_PX = 300;
const wholeView = (view: View) => view;

/** Exact numbers of what is pointed at, spoken too when the keyboard leads. */
export function Tooltip({ scene, store, box, widthPx }: Props) {
  const { range, target, pointer } = useCalm(store, wholeView, isPointedAnew);
  const shown = shownFor(scene, range, box.width);
  const gone = target !== null && isStale(target, shown);
  const pointedUs = pointer ? toUs(range, box.width, pointer.px) : null;
  const text =
    target && !gone
      ? describe(scene, shown, target)
      : pointedUs === null
        ? null
        : describeTime(scene, pointedUs, (range.toUs - range.fromUs) / box.width);
  const us = target && !gone ? targetUs(target) : (pointedUs ?? range.fromUs);
  const px = Math.min(box.width, Math.max(0, toPx(range, box.width, us)));
  const right = box.left + px + 14 + MOST_PX > widthPx;
  const spoken = text && !pointer ? [text.title, text.zone, ...text.lines].join(', ') : '';
  return (
    <>
      {text ? (
        <div
          className="timeline-tooltip"
          style={
            right
              ? { right: widthPx - box.left - px + 14, top: box.top + 6 }
              : { left: box.left + px + 14, top: box.top + 6 }
          }
          aria-hidden="true"
        >
          <strong>{text.title}</strong> <span>{text.zone}</span>
          {text.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      ) : null}
      <div className="timeline-spoken" role="status">
        {spoken}
      </div>
    </>
  );
}
