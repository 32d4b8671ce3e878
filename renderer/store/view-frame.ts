import type { View } from './view-history.ts';

/**
 * Whether a view is one of blind coding: nothing of what the analysis makes of an account, and nothing that people
 * wrote of it, may stand in the window.
 */
export function isBlind(view: View): boolean {
  return view.name === 'coding-sheet';
}

/** Whether the filter of the window is shown beside a view: where it is not, nothing is proposed for it or changes it. */
export function hasFilter(view: View): boolean {
  return !isBlind(view) && view.name !== 'review';
}

/** Whether the drawer can stand below a view: a review takes the whole window, and a drawer may tell labels. */
export function hasDrawer(view: View): boolean {
  return !isBlind(view) && view.name !== 'review';
}
