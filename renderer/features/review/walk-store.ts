import { create } from 'zustand';
import type { Rerun } from '../../../shared/contract/exhibits.ts';
import { checkExhibit } from '../../store/exhibit-checks.ts';
import { EMPTY_FILTER } from '../../store/filter.ts';
import { useSession, whenCaseGoes } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { canStep, currentView } from '../../store/view-history.ts';
import { goBack, goTo, goToFiltered, useViews } from '../../store/views.ts';
import { placeOf, placeOfFinding, type ReviewStep } from './steps.ts';

interface Walk {
  /** Of the review shown; empty until it was read. */
  readonly steps: readonly ReviewStep[];
  /** Of the page shown. */
  readonly key: string;
  readonly notes: boolean;
  /** What is being printed; null for nothing. */
  readonly printing: { readonly notes: boolean } | null;
  /** What working exhibits out again found since the walk began, by exhibit, and of which state of the data. */
  readonly found: ReadonlyMap<string, { readonly rerun: Rerun; readonly dataVersion: number }>;
  readonly checking: string | null;
}

const START: Walk = {
  steps: [],
  key: 'title',
  notes: false,
  printing: null,
  found: new Map(),
  checking: null,
};

export const useWalk = create<Walk>(() => START);

whenCaseGoes(() => useWalk.setState(START));

export function isReviewing(): boolean {
  return useSession.getState().case !== null && currentView(useViews.getState().trail).name === 'review';
}

/** Begins at the title; under no filter, since exhibits are of all requests. */
export function startReview(): void {
  useWalk.setState(START);
  say('');
  goToFiltered({ name: 'review' }, EMPTY_FILTER);
}

/** Goes back to where the review was begun, with the filter that was in force there. */
export function leaveReview(): void {
  if (canStep(useViews.getState().trail, -1)) goBack();
  else goTo({ name: 'findings' });
}

export function showStep(at: number): void {
  const { steps } = useWalk.getState();
  const step = steps[Math.max(0, Math.min(steps.length - 1, at))];
  if (step) useWalk.setState({ key: step.key });
}

export function stepBy(by: number): void {
  const { steps, key } = useWalk.getState();
  showStep(placeOf(steps, key) + by);
}

/** Goes to the claim of the finding in that place, and says so where there are fewer. */
export function showFinding(number: number): void {
  const at = placeOfFinding(useWalk.getState().steps, number);
  if (at >= 0) showStep(at);
  else say(`This review has no finding ${number}.`);
}

/** Works an exhibit out again and keeps what that found for the walk. */
export async function checkAgain(id: string): Promise<void> {
  const { dataVersion } = useSession.getState();
  useWalk.setState({ checking: id });
  const rerun = await checkExhibit(id);
  useWalk.setState(({ found }) => ({
    checking: null,
    found: rerun ? new Map(found).set(id, { rerun, dataVersion }) : found,
  }));
}
