import type { AnnotationKind } from '../../../shared/contract/annotations.ts';
import type { HandOver, Together } from '../../../shared/contract/lanes.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { type Detail, levelFor } from '../timeline/levels.ts';
import type { Mark } from '../timeline/marks.ts';
import { type LoadedRequests, type Scene, shownFor } from '../timeline/scene.ts';
import type { Lane } from './lane.ts';
import type { LaneRow } from './lane-rows.ts';
import type { LaneShares } from './lane-shares.ts';
import type { TogetherBins } from './together-bins.ts';

export type LaneLook = 'cells' | 'steps';

/** A stretch of one lane that somebody wrote something about. */
export interface LaneNote {
  readonly fromUs: number;
  readonly toUs: number;
  readonly label: string;
  readonly kind: AnnotationKind;
}

/** Everything that lanes show, apart from which part of it is in view. */
export interface LanesScene {
  readonly lanes: readonly Lane[];
  readonly rows: readonly LaneRow[];
  readonly notes: ReadonlyMap<string, readonly LaneNote[]>;
  /** Single requests by account, of those lanes and ranges where they are loaded. */
  readonly loaded: ReadonlyMap<string, LoadedRequests>;
  readonly handOvers: readonly HandOver[];
  readonly together: Together | null;
  /** The lanes shown added up: what the strips and the overview are about. */
  readonly sum: Scene;
  readonly spans: ZoneSpans;
  readonly limits: TimeRange;
  /** Cross all lanes. */
  readonly marks: readonly Mark[];
  readonly committed: TimeRange | null;
  readonly look: LaneLook;
  /** Largest number of requests in a cell of any lane shown, by the width of cells. */
  readonly most: (detail: Detail) => number;
  readonly sharesFor: (detail: Detail) => LaneShares;
  readonly togetherFor: (detail: Detail) => TogetherBins | null;
}

/** One lane as the timeline of an account would show it. */
export function sceneOfLane(scene: LanesScene, lane: Lane): Scene {
  return {
    activity: lane.activity,
    total: lane.total,
    bins: lane.bins,
    loaded: scene.loaded.get(lane.info.account) ?? null,
    hasSingle: true,
    spans: scene.spans,
    limits: scene.limits,
    marks: scene.marks,
    committed: scene.committed,
    measure: 'requests',
    spacing: 'square root',
  };
}

/** What a lane shows of a range: cells, or its single requests where they belong and are loaded. */
export function laneShown(scene: LanesScene, lane: Lane, range: TimeRange, widthPx: number) {
  return shownFor(sceneOfLane(scene, lane), range, widthPx);
}

/** The width of cells for a range; strips keep cells where lanes show single requests. */
export const detailFor = levelFor;

/** Shares are read in wider cells than activity: a part of a narrow one is a hair. */
export const sharesDetail = (range: TimeRange, widthPx: number): Detail => levelFor(range, widthPx / 3);

/** The accounts of the lanes that are shown, in the order of the set. */
export function shownAccounts({ rows, lanes }: LanesScene): readonly string[] {
  const shown = new Set(rows.flatMap((row) => (row.kind === 'lane' ? [row.lane] : [])));
  return lanes.flatMap(({ info }, lane) => (shown.has(lane) ? [info.account] : []));
}
