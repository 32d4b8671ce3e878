import { useCallback, useMemo, useRef } from 'react';
import type { Activity } from '../../../shared/contract/timeline.ts';
import { beginDrawing } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { useDrawing, useSize } from '../../draw/use-drawing.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { captionOf } from '../../ui/caption.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { binActivity, totalRequests } from '../timeline/bins.ts';
import type { Level } from '../timeline/levels.ts';
import { drawSide } from './draw-side.ts';

interface Props {
  /** A or B. */
  readonly name: string;
  readonly activity: Activity;
  readonly range: TimeRange;
  readonly spans: ZoneSpans;
  readonly level: Level;
  /** Largest value of either side: the common top of both scales. */
  readonly most: number;
  readonly palette: Palette;
  readonly label: string;
  /** The conditions that the requests meet; empty for none. */
  readonly filterWords: string;
}

/** The activity of one side; both sides have cells, height and width of time in common. */
export function SideActivity(props: Props) {
  const { name, activity, range, spans, level, most, palette, label, filterWords } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(frame);
  const bins = useMemo(() => {
    const own = binActivity(activity, level, spans);
    return { ...own, most: { ...own.most, requests: most } };
  }, [activity, level, spans, most]);
  const draw = useCallback(() => {
    if (!canvas.current || !size) return;
    drawSide(beginDrawing(canvas.current, size), { bins, range, spans, level }, size, palette);
  }, [size, range, bins, level, palette, spans]);
  useDrawing(draw);
  return (
    <>
      <p className="compare-picture">
        <PictureMenu
          name={`activity of side ${name}`}
          picture={() => ({
            size: { widthPx: size?.widthPx ?? 500, heightPx: size?.heightPx ?? 200 },
            caption: captionOf(label, filterWords, totalRequests(activity), [
              'Both sides have cells, height and width of time in common; hatched: failed requests.',
            ]),
            draw: (context, room, colours) => drawSide(context, { bins, range, spans, level }, room, colours),
          })}
        />
      </p>
      <div ref={frame} className="compare-activity" role="img" aria-label={label}>
        <canvas ref={canvas} />
      </div>
    </>
  );
}
