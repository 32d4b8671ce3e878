import { create } from 'zustand';
import {
  currentView,
  type Range,
  replaceView,
  startTrail,
  step,
  type Trail,
  type View,
  visit,
} from './view-history.ts';

interface Views {
  readonly trail: Trail;
  /** Time range brushed but not applied; belongs to the account shown. */
  readonly proposed: Range | null;
}

export const useViews = create<Views>(() => ({ trail: startTrail({ name: 'accounts' }), proposed: null }));

const move = (change: (trail: Trail) => Trail) =>
  useViews.setState((state) => ({ trail: change(state.trail), proposed: null }));

export const goTo = (view: View) => move((trail) => visit(trail, view));
export const goBack = () => move((trail) => step(trail, -1));
export const goForward = () => move((trail) => step(trail, 1));
export const resetViews = () => move(() => startTrail({ name: 'accounts' }));

export function openAccount(
  account: string,
  committed: Range | null = null,
  request: string | null = null,
): void {
  goTo({ name: 'account', account, committed, request });
}

export function openOperator(id: string): void {
  goTo({ name: 'operator', id, pair: null });
}

export function openTemplate(id: string): void {
  goTo({ name: 'template', id });
}

/** Takes the link of two accounts of the operator shown apart. */
export function pickPair(pair: readonly [string, string]): void {
  useViews.setState(({ trail }) => {
    const view = currentView(trail);
    return view.name === 'operator' ? { trail: replaceView(trail, { ...view, pair }) } : {};
  });
}

export function propose(range: Range | null): void {
  useViews.setState({ proposed: range });
}

/** Makes a range the filter of the account shown, or lifts the filter with null. */
export function commitRange(range: Range | null): void {
  changeAccountView({ committed: range });
  propose(null);
}

export function pickRequest(request: string | null): void {
  changeAccountView({ request });
}

function changeAccountView(change: { committed?: Range | null; request?: string | null }): void {
  useViews.setState(({ trail }) => {
    const view = currentView(trail);
    return view.name === 'account' ? { trail: replaceView(trail, { ...view, ...change }) } : {};
  });
}

export function useView(): View {
  return useViews((state) => currentView(state.trail));
}
