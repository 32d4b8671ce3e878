import type { Size } from '../../draw/canvas.ts';
import type { Palette } from '../../draw/palette.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { drawSmallAxis } from '../timeline/draw-axis.ts';
import { fillSteps } from '../timeline/draw-bins.ts';
import { drawCommitted, drawLeftOut } from '../timeline/draw-detail.ts';
import { drawProposal } from '../timeline/draw-overlay.ts';
import { overviewBox } from '../timeline/layout.ts';
import { valueScale } from '../timeline/value-scale.ts';
import { durationTitle } from '../timeline/words.ts';
import type { Strip } from './strip-model.ts';

interface Look {
  /** A filter is in force: what matches is told apart. */
  readonly asking: boolean;
  readonly committed: TimeRange | null;
  /** The time that the filter leaves out. */
  readonly leftOut: TimeRange | null;
  readonly proposed: TimeRange | null;
}

/** All requests in grey, those that match in front, on a square-root scale; the filter's time, and the proposed one. */
export function drawStrip(
  context: CanvasRenderingContext2D,
  size: Size,
  { limits, stepUs, all, matching }: Strip,
  spans: ZoneSpans,
  { asking, committed, leftOut, proposed }: Look,
  palette: Palette,
): void {
  const box = overviewBox(size);
  const scale = valueScale('square root', all.most.requests, box.height - 3);
  fillSteps(context, box, limits, all, palette.context, (i) => scale(all.requests[i]));
  if (asking) fillSteps(context, box, limits, matching, palette.subject, (i) => scale(matching.requests[i]));
  if (committed) drawCommitted(context, box, limits, committed, palette);
  if (leftOut) drawLeftOut(context, box, limits, leftOut, palette);
  drawSmallAxis(context, box, limits, spans, palette);
  if (proposed) drawProposal(context, box, limits, proposed, palette);
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  context.font = palette.fontSmall;
  context.fillStyle = asking ? palette.subject : palette.ink;
  context.fillText(asking ? 'matching' : 'all requests', box.left - 10, box.top + 11);
  context.fillStyle = palette.inkSoft;
  const per = `per ${durationTitle(stepUs)}`;
  context.fillText(asking ? `of all, ${per}` : per, box.left - 10, box.top + 25);
  context.fillText(spans.zone.name === 'Z' ? 'UTC' : spans.zone.name, box.left - 10, box.bottom + 13);
}
