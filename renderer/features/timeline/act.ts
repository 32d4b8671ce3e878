import { clampRange, panBy, reveal, type TimeRange, zoomAt } from '../../draw/time-scale.ts';
import type { KeyAct } from './keys.ts';
import { proposedRange } from './proposal.ts';
import { type Scene, shownFor } from './scene.ts';
import { stepTarget, targetUs } from './targets.ts';
import type { View } from './view-store.ts';

/** The acts that change the view; the others ask something of the caller. */
export type ViewAct = Extract<KeyAct, { act: 'zoom' | 'pan' | 'fit' | 'step' | 'extend' }>;

/** What a view becomes by an act of the keyboard. */
export function actOn(view: View, scene: Scene, widthPx: number, act: ViewAct): Partial<View> {
  const { range, target } = view;
  const span = range.toUs - range.fromUs;
  switch (act.act) {
    case 'zoom':
      return { range: zoomAt(range, scene.limits, act.factor, anchorOf(view)) };
    case 'pan':
      return { range: panBy(range, scene.limits, act.share * span) };
    case 'fit':
      return { range: clampRange(scene.limits, scene.limits) };
    case 'step': {
      const next = stepTarget(scene, shownFor(scene, range, widthPx), target, range, act.direction);
      if (!next) return {};
      return { target: next, pointer: null, range: reveal(range, scene.limits, targetUs(next)) };
    }
    case 'extend':
      return extend(view, scene, widthPx, act.direction);
  }
}

/** What a zoom by key keeps in place: the cursor when it is in view, else the middle. */
function anchorOf({ range, target }: View): number {
  const us = target ? targetUs(target) : Number.NaN;
  return us >= range.fromUs && us < range.toUs ? us : (range.fromUs + range.toUs) / 2;
}

/** Moves the later end of the proposal by one bin, or a fiftieth of the width; begins one at the cursor. */
function extend(view: View, scene: Scene, widthPx: number, direction: 1 | -1): Partial<View> {
  const { range, proposal } = view;
  const shown = shownFor(scene, range, widthPx);
  const step = shown.kind === 'bins' ? shown.level.us : Math.round((range.toUs - range.fromUs) / 50);
  const us = Math.round(anchorOf(view));
  const [from, to] = proposal ? [proposal.fromUs, proposal.toUs + direction * step] : [us, us + direction];
  if (to <= from && proposal) return { proposal: null };
  const proposed = proposedRange(scene, shown, from, to);
  return proposed
    ? { proposal: proposed, range: reveal(range, scene.limits, clampUs(proposed.toUs, range)) }
    : {};
}

function clampUs(us: number, { fromUs, toUs }: TimeRange): number {
  const span = toUs - fromUs;
  return Math.min(toUs + span, Math.max(fromUs - span, us));
}
