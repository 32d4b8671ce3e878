import { createStore } from 'zustand/vanilla';
import { sameRange, type TimeRange } from '../../../draw/time-scale.ts';

/** What the timeline of the account page has in view; the bands under it follow. Null before it is known. */
export const bandRange = createStore<{ readonly range: TimeRange | null }>(() => ({ range: null }));

/** Takes the range over from the timeline, at most once a frame. */
export function followRange(range: TimeRange): void {
  if (!sameRange(bandRange.getState().range, range)) bandRange.setState({ range });
}
