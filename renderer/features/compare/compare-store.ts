import type { SideOf } from '../../../shared/contract/lanes.ts';
import { currentView, type Range, replaceView } from '../../store/view-history.ts';
import { goTo, useViews } from '../../store/views.ts';

/** Two sides to put beside each other; either may still be open. */
export interface Sides {
  readonly a: SideOf | null;
  readonly b: SideOf | null;
}

export function openCompare({ a, b }: Sides): void {
  goTo({ name: 'compare', a: plain(a), b: plain(b) });
}

/** A range that comes from the filter says more than when it is. */
function plain(side: SideOf | null): SideOf | null {
  if (!side?.range) return side;
  const { fromUs, toUs } = side.range;
  return { of: side.of, range: { fromUs, toUs } };
}

/** Puts another side in the place of one, without a new step of the trail. */
export function changeSide(change: Partial<Sides>): void {
  useViews.setState(({ trail }) => {
    const view = currentView(trail);
    return view.name === 'compare' ? { trail: replaceView(trail, { ...view, ...change }) } : {};
  });
}

/** A range beside one as long: the one before it or, where the data do not reach back that far, the one after. */
export function besideBefore(of: SideOf['of'], range: Range | null, firstUs: number | null): Sides {
  if (!range) return { a: { of, range: null }, b: null };
  const span = range.toUs - range.fromUs;
  const before = { fromUs: range.fromUs - span, toUs: range.fromUs };
  const after = { fromUs: range.toUs, toUs: range.toUs + span };
  return { a: { of, range }, b: { of, range: firstUs !== null && before.toUs <= firstUs ? after : before } };
}
