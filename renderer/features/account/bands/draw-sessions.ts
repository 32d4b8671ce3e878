import { BIN_US } from '../../../../shared/contract/timeline.ts';
import type { Palette } from '../../../draw/palette.ts';
import { type TimeRange, toPx } from '../../../draw/time-scale.ts';
import type { PlotBox } from '../../timeline/layout.ts';
import { LANE_PX } from './bands-layout.ts';
import { type SessionsScene, sessionsInView } from './bands-scene.ts';
import { fillCell, tone } from './cell.ts';
import { lanesUsed } from './session-lanes.ts';

/** Each session as a bar from its first request to its last, or how many are under way as tones. */
export function drawSessions(
  context: CanvasRenderingContext2D,
  box: PlotBox,
  place: { readonly top: number; readonly height: number },
  scene: SessionsScene,
  range: TimeRange,
  palette: Palette,
): void {
  const { sessions, edges, lanes } = scene;
  const xOf = (us: number) => box.left + toPx(range, box.width, us);
  context.fillStyle = palette.contextStrong;
  if (lanes && sessions.bars) {
    const { fromUs, toUs } = sessions.bars;
    const top = place.top + (place.height - lanesUsed(lanes) * LANE_PX) / 2;
    for (let i = 0; i < lanes.length; i++) {
      if (toUs[i] < range.fromUs || fromUs[i] >= range.toUs) continue;
      const from = xOf(fromUs[i]);
      context.fillRect(from, top + lanes[i] * LANE_PX, Math.max(2, xOf(toUs[i]) - from), LANE_PX - 1);
    }
    return;
  }
  const { first, last, most } = sessionsInView(scene, range);
  for (let step = first; step < last; step++) {
    const count = sessions.underWay[step];
    if (count === 0) continue;
    context.globalAlpha = tone(count, most);
    fillCell(
      context,
      xOf(edges[step] * BIN_US),
      xOf(edges[step + 1] * BIN_US),
      place.top + 1,
      place.height - 2,
    );
  }
  context.globalAlpha = 1;
}
