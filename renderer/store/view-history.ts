import type { CoverageOf } from '../../shared/contract/coverage.ts';
import type { LanesOf, SideOf } from '../../shared/contract/lanes.ts';
import { EMPTY_FILTER, type WindowFilter } from './filter.ts';

/** A stretch of time, half-open, microseconds UTC. */
export interface Range {
  readonly fromUs: number;
  readonly toUs: number;
}

/** What the centre of the window shows. */
export type View =
  | { readonly name: 'accounts' }
  | { readonly name: 'operators' }
  | {
      readonly name: 'operator';
      readonly id: string;
      /** The two accounts whose link is taken apart; null for the strongest. */
      readonly pair: readonly [string, string] | null;
    }
  | {
      readonly name: 'templates';
      /** The operator whose templates are shown; all without it. */
      readonly operator?: string;
    }
  | { readonly name: 'template'; readonly id: string }
  | { readonly name: 'lanes'; readonly of?: LanesOf }
  /** Linked accounts, begun with an operator or account, or with all operators as bubbles. */
  | { readonly name: 'graph'; readonly from?: { readonly operator?: string; readonly account?: string } }
  /** All cohorts, or the one of that name. */
  | { readonly name: 'cohorts'; readonly cohort?: string }
  | { readonly name: 'compare'; readonly a?: SideOf | null; readonly b?: SideOf | null }
  /** Which topics accounts cover; without any, a choice of them. */
  | { readonly name: 'coverage'; readonly of?: CoverageOf }
  | { readonly name: 'search' }
  | { readonly name: 'sources' }
  | { readonly name: 'import' }
  | { readonly name: 'annotations' }
  | { readonly name: 'custody' }
  /** The case itself: what it is called, how it is handled and kept. */
  | { readonly name: 'settings' }
  | { readonly name: 'history' }
  | { readonly name: 'conflicts' }
  | { readonly name: 'findings' }
  /** A walk through chosen findings, over the whole window. */
  | { readonly name: 'review' }
  /** Samples for second coding, the accounts of one to code, and what came of it; `sample` is its UUID. */
  | { readonly name: 'coding' }
  | { readonly name: 'coding-sheet'; readonly sample: string }
  | { readonly name: 'coding-result'; readonly sample: string }
  /** `finding` is its UUID. */
  | { readonly name: 'finding'; readonly finding: string }
  | {
      readonly name: 'account';
      readonly account: string;
      /** Reference of the request under examination, or null. */
      readonly request: string | null;
    };

/** One step of the trail: a view and the filter it was seen under. */
export interface Step {
  readonly view: View;
  readonly filter: WindowFilter;
}

/** The steps taken and the place among them. */
export interface Trail {
  readonly steps: readonly Step[];
  readonly at: number;
}

/** More steps back than this nobody remembers. */
const LONGEST = 100;

export function startTrail(view: View): Trail {
  return { steps: [{ view, filter: EMPTY_FILTER }], at: 0 };
}

export function currentView({ steps, at }: Trail): View {
  return steps[at].view;
}

export function currentFilter({ steps, at }: Trail): WindowFilter {
  return steps[at].filter;
}

/**
 * Goes to a view, under the filter in force unless another is given; what lay ahead is dropped. Going where one is
 * changes nothing.
 */
export function visit(trail: Trail, view: View, filter = currentFilter(trail)): Trail {
  const next: Step = { view, filter };
  if (JSON.stringify(trail.steps[trail.at]) === JSON.stringify(next)) return trail;
  const steps = [...trail.steps.slice(0, trail.at + 1), next].slice(-LONGEST);
  return { steps, at: steps.length - 1 };
}

/** Puts another state of the same place on the trail without a new step. */
export function replaceView(trail: Trail, view: View): Trail {
  const steps = trail.steps.map((old, index) => (index === trail.at ? { ...old, view } : old));
  return { ...trail, steps };
}

export function canStep(trail: Trail, by: -1 | 1): boolean {
  return trail.steps[trail.at + by] !== undefined;
}

export function step(trail: Trail, by: -1 | 1): Trail {
  return stepTo(trail, trail.at + by);
}

/** Goes to a place on the trail; a place that is not on it changes nothing. */
export function stepTo(trail: Trail, at: number): Trail {
  return trail.steps[at] === undefined ? trail : { ...trail, at };
}
