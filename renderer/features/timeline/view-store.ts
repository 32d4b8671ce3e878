import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { Target } from './targets.ts';

/** What moves on a timeline from frame to frame. It lives outside React so that drawing need not render. */
export interface View {
  readonly range: TimeRange;
  /** Where the pointer is in the plot, in its pixels; null when it is elsewhere or the keyboard leads. */
  readonly pointer: { readonly px: number; readonly rowShare: number } | null;
  /** What the pointer or the keyboard cursor is on. */
  readonly target: Target | null;
  /** A brushed range that nobody has committed yet. */
  readonly proposal: TimeRange | null;
}

export type ViewStore = StoreApi<View>;

export const rangeOf = ({ range }: View): TimeRange => range;

/** Whether something else is pointed at: what follows a pointer or a cursor may not lag behind it. */
export const isPointedAnew = (now: View, before: View): boolean =>
  now.pointer !== before.pointer || (!now.pointer && now.target !== before.target);

export function createViewStore(range: TimeRange): ViewStore {
  return createStore<View>(() => ({ range, pointer: null, target: null, proposal: null }));
}
