import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import type { Bins } from '../timeline/bins.ts';
import { drawTimeAxis } from '../timeline/draw-axis.ts';
import { drawBins } from '../timeline/draw-bins.ts';
import { detailBox } from '../timeline/layout.ts';
import type { Level } from '../timeline/levels.ts';

export interface SideScene {
  /** Of one side, with the largest value of either: the common top of both scales. */
  readonly bins: Bins;
  readonly range: TimeRange;
  readonly spans: ZoneSpans;
  readonly level: Level;
}

/** The activity of one side with its time axis. */
export function drawSide(
  context: CanvasRenderingContext2D,
  { bins, range, spans, level }: SideScene,
  size: Size,
  palette: Palette,
): void {
  const box = detailBox(size);
  const look = { measure: 'requests', spacing: 'square root', per: level.title } as const;
  drawBins(context, box, range, bins, look, palette);
  drawTimeAxis(context, box, range, spans, palette);
}
