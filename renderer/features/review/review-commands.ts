import type { Command } from '../../frame/commands/command.ts';
import { openDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { isReviewing, leaveReview, showStep, stepBy, useWalk } from './walk-store.ts';

const walking = (id: string, title: string, keys: readonly string[], act: () => unknown): Command => ({
  id: `review.${id}`,
  title,
  group: 'View',
  keys,
  when: isReviewing,
  act,
});

/** Registered before those of the frame: while a review is shown, its keys mean what they say here. */
export const REVIEW_COMMANDS: readonly Command[] = [
  walking('next', 'Next step of the review', ['ArrowRight', 'Space', 'PageDown'], () => stepBy(1)),
  walking('back', 'Step of the review before', ['ArrowLeft', 'PageUp'], () => stepBy(-1)),
  walking('first', 'First step of the review', ['Home'], () => showStep(0)),
  walking('last', 'Last step of the review', ['End'], () => showStep(Number.MAX_SAFE_INTEGER)),
  walking('overview', 'Overview of the review', ['O'], () => openDialog({ name: 'review-overview' })),
  walking('notes', 'Speaker notes', ['N'], () => useWalk.setState(({ notes }) => ({ notes: !notes }))),
  walking('print', 'Print the review…', ['P'], () => openDialog({ name: 'review-print' })),
  walking('leave', 'Leave the review', ['Escape'], leaveReview),
  {
    id: 'review.choose',
    title: 'Review…',
    group: 'View',
    keys: ['Shift+R'],
    when: () => useSession.getState().case !== null && !isReviewing(),
    act: () => openDialog({ name: 'review' }),
  },
];
