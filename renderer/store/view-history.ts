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
  | { readonly name: 'search' }
  | { readonly name: 'sources' }
  | { readonly name: 'import' }
  | { readonly name: 'annotations' }
  | { readonly name: 'custody' }
  | {
      readonly name: 'account';
      readonly account: string;
      /** The time filter in force; null for all of the account's time. */
      readonly committed: Range | null;
      /** Reference of the request under examination, or null. */
      readonly request: string | null;
    };

/** A trail of views and the place on it. */
export interface Trail {
  readonly views: readonly View[];
  readonly at: number;
}

/** More steps back than this nobody remembers. */
const LONGEST = 100;

export function startTrail(view: View): Trail {
  return { views: [view], at: 0 };
}

export function currentView(trail: Trail): View {
  return trail.views[trail.at];
}

/** Goes to a view; what lay ahead is dropped. Going where one is changes nothing. */
export function visit(trail: Trail, view: View): Trail {
  if (JSON.stringify(currentView(trail)) === JSON.stringify(view)) return trail;
  const views = [...trail.views.slice(0, trail.at + 1), view].slice(-LONGEST);
  return { views, at: views.length - 1 };
}

/** Puts another state of the same place on the trail without a new step. */
export function replaceView(trail: Trail, view: View): Trail {
  return { ...trail, views: trail.views.map((old, index) => (index === trail.at ? view : old)) };
}

export function canStep(trail: Trail, by: -1 | 1): boolean {
  return trail.views[trail.at + by] !== undefined;
}

export function step(trail: Trail, by: -1 | 1): Trail {
  return canStep(trail, by) ? { ...trail, at: trail.at + by } : trail;
}
