import type { Annotation, AnnotationKind } from '../../../shared/contract/annotations.ts';
import type { HandOver, LaneInfo, LanesOf, Together } from '../../../shared/contract/lanes.ts';
import type { ContextEvent } from '../../../shared/contract/records.ts';
import { parseReference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { TimeRange } from '../../draw/time-scale.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { createBinCache, totalRequests } from '../timeline/bins.ts';
import type { Detail, Level } from '../timeline/levels.ts';
import type { Mark } from '../timeline/marks.ts';
import type { LoadedRequests, Scene } from '../timeline/scene.ts';
import type { Lane } from './lane.ts';
import type { LaneRow } from './lane-rows.ts';
import { laneShares } from './lane-shares.ts';
import type { LaneLook, LaneNote, LanesScene } from './lanes-scene.ts';
import { sumActivities } from './sum-activities.ts';
import { togetherBins } from './together-bins.ts';

export interface SceneParts {
  readonly lanes: readonly Lane[];
  readonly rows: readonly LaneRow[];
  readonly notes: ReadonlyMap<string, readonly LaneNote[]>;
  readonly loaded: ReadonlyMap<string, LoadedRequests>;
  readonly handOvers: readonly HandOver[];
  readonly together: Together | null;
  readonly sum: Scene;
  readonly startsOf: (level: Level) => Float64Array;
  readonly look: LaneLook;
}

/** Everything that lanes show, what depends on the width of cells made when first asked for. */
export function buildScene(parts: SceneParts): LanesScene {
  const { lanes, rows, sum, together } = parts;
  const shown = rows.flatMap((row) => (row.kind === 'lane' ? [row.lane] : []));
  const most = byLevel(({ level }) =>
    shown.reduce((largest, lane) => Math.max(largest, lanes[lane].bins(level).most.requests), 0),
  );
  const sharesFor = byLevel(({ level }) =>
    laneShares(shown, (lane) => lanes[lane].bins(level), sum.bins(level)),
  );
  const togetherFor = byLevel(({ level }) =>
    together ? togetherBins(together, level, sum.spans, sum.limits) : null,
  );
  const { spans, limits, marks, committed } = sum;
  return { ...parts, spans, limits, marks, committed, most, sharesFor, togetherFor };
}

function byLevel<T>(make: (detail: Detail) => T): (detail: Detail) => T {
  const made = new Map<Level['id'], T>();
  return (detail) => {
    let value = made.get(detail.level.id);
    if (value === undefined) {
      value = make(detail);
      made.set(detail.level.id, value);
    }
    return value;
  };
}

/** The lanes shown as if they were one account. */
export function sumScene(
  lanes: readonly Lane[],
  spans: ZoneSpans,
  limits: TimeRange,
  marks: readonly Mark[],
  committed: TimeRange | null,
  startsOf: (level: Level) => Float64Array,
): Scene {
  const activity = sumActivities(lanes.map((lane) => lane.activity));
  return {
    activity,
    total: totalRequests(activity),
    bins: createBinCache(activity, spans, startsOf),
    loaded: null,
    hasSingle: false,
    spans,
    limits,
    marks,
    committed,
    measure: 'requests',
    spacing: 'square root',
  };
}

/** Annotated ranges of single accounts, by account, in order of time. */
export function notesByAccount(annotations: readonly Annotation[]): Map<string, LaneNote[]> {
  const notes = new Map<string, LaneNote[]>();
  for (const { on, kind, text } of annotations) {
    const reference = parseReference(on);
    if (reference?.kind !== 'range' || reference.of.kind !== 'account') continue;
    const { fromUs, toUs } = reference;
    const note = { fromUs, toUs, label: labelOf(kind, text), kind };
    const own = notes.get(reference.of.account);
    if (own) own.push(note);
    else notes.set(reference.of.account, [note]);
  }
  for (const own of notes.values()) own.sort((a, b) => a.fromUs - b.fromUs);
  return notes;
}

/** What people wrote about a time of the operator whose lanes these are, or of the whole case. */
export function rangeMarks(annotations: readonly Annotation[], of: LanesOf): readonly Mark[] {
  return annotations.flatMap(({ on, kind, text }): Mark[] => {
    const reference = parseReference(on);
    if (reference?.kind !== 'range') return [];
    const { fromUs, toUs, of: subject } = reference;
    const isMeant =
      subject.kind === 'case' ||
      (subject.kind === 'operator' && 'operator' in of && subject.operator === of.operator);
    return isMeant ? [{ fromUs, toUs, label: labelOf(kind, text), kind }] : [];
  });
}

const labelOf = (kind: AnnotationKind, text: string): string =>
  kind === 'star' ? 'starred' : shownText(text, { max: 60 });

/** With more stopped lanes than this, each stop is marked on its lane alone. */
const MOST_STOP_MARKS = 8;

/** What crosses all lanes: events of the context, and when lanes were stopped, as long as those are few. */
export function laneMarks(
  events: readonly ContextEvent[],
  infos: readonly LaneInfo[],
  limits: TimeRange,
): readonly Mark[] {
  const mark = (us: number, label: string): Mark => ({ fromUs: us, toUs: us, label, kind: 'context' });
  const inside = (us: number) => us >= limits.fromUs && us < limits.toUs;
  const stops = infos.flatMap(({ account, statuses }) =>
    statuses
      .filter(({ stopped, sinceUs }) => stopped && inside(sinceUs))
      .map(({ sinceUs, status }) =>
        mark(sinceUs, `${shownText(account, { max: 24 })} ${shownText(status, { max: 24 })}`),
      ),
  );
  return [
    ...events.flatMap(({ timeUs, label }) =>
      timeUs !== null && inside(timeUs) ? [mark(timeUs, shownText(label, { max: 60 }))] : [],
    ),
    ...(stops.length <= MOST_STOP_MARKS ? stops : []),
  ];
}
