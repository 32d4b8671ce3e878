import { create } from 'zustand';
import type { Chip } from '../../shared/contract/filters.ts';
import { followSelection } from './drawer.ts';
import {
  addChip,
  applyProposal,
  isWidened,
  type Proposal,
  rangeInForce,
  setRange,
  type WindowFilter,
} from './filter.ts';
import { clearSelection } from './selection.ts';
import { say } from './status.ts';
import {
  currentFilter,
  currentView,
  type Range,
  replaceView,
  startTrail,
  step,
  stepTo,
  type Trail,
  type View,
  visit,
} from './view-history.ts';

interface Views {
  readonly trail: Trail;
  /** What was marked but is not part of the filter yet. */
  readonly proposal: Proposal | null;
  /** Moves made so far: tells another place on the trail from another state of the same place. */
  readonly moves: number;
}

export const useViews = create<Views>(() => ({
  trail: startTrail({ name: 'accounts' }),
  proposal: null,
  moves: 0,
}));

/** How far the centre was scrolled at each place on the trail, in CSS pixels. */
const scrolls = new Map<number, number>();

const move = (change: (trail: Trail) => Trail) => {
  const { trail, moves } = useViews.getState();
  const next = change(trail);
  // Others have come to these places.
  if (next.steps !== trail.steps) for (const at of scrolls.keys()) if (at >= next.at) scrolls.delete(at);
  useViews.setState({ trail: next, proposal: null, moves: next === trail ? moves : moves + 1 });
};

/** Keeps how far the view shown is scrolled, for when one comes back to it. */
export function keepScroll(px: number): void {
  scrolls.set(useViews.getState().trail.at, px);
}

export function keptScroll(): number {
  return scrolls.get(useViews.getState().trail.at) ?? 0;
}

export const goTo = (view: View) => move((trail) => visit(trail, view));
export const goBack = () => move((trail) => step(trail, -1));
export const goForward = () => move((trail) => step(trail, 1));
export const goToStep = (at: number) => move((trail) => stepTo(trail, at));

/** Goes to a view under a filter, as one step. */
export const goToFiltered = (view: View, filter: WindowFilter) => move((trail) => visit(trail, view, filter));

/** Begins a trail for a case; nothing of the case before is shown any more, nor filtered by. */
export function resetViews(): void {
  followSelection();
  clearSelection();
  move(() => startTrail({ name: 'accounts' }));
}

/** Goes back to where the window was in this case before it was locked. */
export function restoreTrail(trail: Trail): void {
  move(() => trail);
}

/** Opens an account, with a range as the time of the filter where one is given. */
export function openAccount(
  account: string,
  range: Range | null = null,
  request: string | null = null,
): void {
  const filter = currentFilter(useViews.getState().trail);
  goToFiltered({ name: 'account', account, request }, range ? setRange(filter, range) : filter);
  if (range) sayWidened(range);
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

export function pickRequest(request: string | null): void {
  useViews.setState(({ trail }) => {
    const view = currentView(trail);
    return view.name === 'account' ? { trail: replaceView(trail, { ...view, request }) } : {};
  });
}

/** Changes the filter: a step of the trail, so that going back brings the old one back, and no move on the page. */
export function changeFilter(change: (filter: WindowFilter) => WindowFilter): void {
  const { trail, moves } = useViews.getState();
  const next = visit(trail, currentView(trail), change(currentFilter(trail)));
  const scroll = scrolls.get(trail.at);
  move(() => next);
  if (next === trail) return;
  if (scroll !== undefined) scrolls.set(next.at, scroll);
  useViews.setState({ moves });
}

export function proposeChip(chip: Chip): void {
  useViews.setState({ proposal: { kind: 'chip', chip } });
}

export function propose(range: Range | null): void {
  useViews.setState({ proposal: range && { kind: 'range', range } });
}

export function dropProposal(): void {
  useViews.setState({ proposal: null });
}

/** Makes what is proposed part of the filter. */
export function commitProposal(): void {
  const { proposal } = useViews.getState();
  if (proposal === null) return;
  changeFilter((filter) => applyProposal(filter, proposal));
  if (proposal.kind === 'range') sayWidened(proposal.range);
}

/** Makes a range the time of the filter, or with `negate` all other time; lifts it with null. */
export function commitRange(range: Range | null, negate = false): void {
  changeFilter((filter) => setRange(filter, range, negate));
  if (range) sayWidened(range);
}

export const commitChip = (chip: Chip) => changeFilter((filter) => addChip(filter, chip));

function sayWidened(range: Range): void {
  if (isWidened(range))
    say('The time filter was widened to whole quarter hours: that is how requests are counted.');
}

export function useView(): View {
  return useViews((state) => currentView(state.trail));
}

export function useFilter(): WindowFilter {
  return useViews((state) => currentFilter(state.trail));
}

/**
 * The time that the filter takes while it is in force, null where it takes all or all but some; the same object as long
 * as it is the same filter.
 */
export function useFilterRange(): Range | null {
  return timesOf(useFilter()).taken;
}

/** The time that the filter leaves out while it is in force; the same object as long as it is the same filter. */
export function useLeftOutRange(): Range | null {
  return timesOf(useFilter()).leftOut;
}

interface Times {
  readonly taken: Range | null;
  readonly leftOut: Range | null;
}

const times = new WeakMap<WindowFilter, Times>();

function timesOf(filter: WindowFilter): Times {
  const known = times.get(filter);
  if (known) return known;
  const inForce = rangeInForce(filter);
  // Views ask with it, where a range is its two ends and nothing else.
  const range = inForce && { fromUs: inForce.fromUs, toUs: inForce.toUs };
  const made = inForce?.negate ? { taken: null, leftOut: range } : { taken: range, leftOut: null };
  times.set(filter, made);
  return made;
}

export function useProposedRange(): Range | null {
  return useViews(({ proposal }) => (proposal?.kind === 'range' ? proposal.range : null));
}
