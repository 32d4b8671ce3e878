import { useCallback, useMemo, useRef } from 'react';
import type { Activity } from '../../../shared/contract/timeline.ts';
import { beginDrawing } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import { useDrawing, useSize } from '../../draw/use-drawing.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { binActivity } from '../timeline/bins.ts';
import { drawTimeAxis } from '../timeline/draw-axis.ts';
import { drawBins } from '../timeline/draw-bins.ts';
import { detailBox } from '../timeline/layout.ts';
import type { Level } from '../timeline/levels.ts';

interface Props {
  readonly activity: Activity;
  readonly range: TimeRange;
  readonly spans: ZoneSpans;
  readonly level: Level;
  /** Largest value of either side: the common top of both scales. */
  readonly most: number;
  readonly palette: Palette;
  readonly label: string;
}

/** The activity of one side; both sides have cells, height and width of time in common. */
export function SideActivity({ activity, range, spans, level, most, palette, label }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(frame);
  const bins = useMemo(() => {
    const own = binActivity(activity, level, spans);
    return { ...own, most: { ...own.most, requests: most } };
  }, [activity, level, spans, most]);
  const draw = useCallback(() => {
    if (!canvas.current || !size) return;
    const context = beginDrawing(canvas.current, size);
    const box = detailBox(size);
    drawBins(
      context,
      box,
      range,
      bins,
      { measure: 'requests', spacing: 'square root', per: level.title },
      palette,
    );
    drawTimeAxis(context, box, range, spans, palette);
  }, [size, range, bins, level, palette, spans]);
  useDrawing(draw);
  return (
    <div ref={frame} className="compare-activity" role="img" aria-label={label}>
      <canvas ref={canvas} />
    </div>
  );
}
