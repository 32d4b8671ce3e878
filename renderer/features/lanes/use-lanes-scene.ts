import { useCallback, useMemo } from 'react';
import { listAnnotations } from '../../../shared/contract/annotations.ts';
import {
  type LaneSet,
  type LanesOf,
  laneOrder,
  laneSuccessions,
  lanesTogether,
  laneTests,
} from '../../../shared/contract/lanes.ts';
import { listContext } from '../../../shared/contract/records.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { type TimeRange, viewLimits } from '../../draw/time-scale.ts';
import { zoneSpans } from '../../draw/zone-spans.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import type { Arrangement } from './arrangement.ts';
import { buildScene, laneMarks, notesByAccount, rangeMarks, sumScene } from './build-scene.ts';
import { laneOf, sharedStarts } from './lane.ts';
import { laneRows } from './lane-rows.ts';
import { type LaneLook, sceneOfLane } from './lanes-scene.ts';
import { useInView } from './use-in-view.ts';
import { useLaneRequests } from './use-lane-requests.ts';

interface Parts {
  readonly of: LanesOf;
  readonly set: LaneSet;
  /** One a lane. */
  readonly activities: readonly Activity[];
  /** The range of the case. */
  readonly fromUs: number;
  readonly toUs: number;
  readonly committed: TimeRange | null;
  readonly arrangement: Arrangement;
  readonly look: LaneLook;
}

/** Everything the lanes show, asked for and put together; what is slow to work out arrives later. */
export function useLanesScene(parts: Parts) {
  const { of, set, activities, fromUs, toUs, committed, arrangement, look } = parts;
  const dataVersion = useSession((state) => state.dataVersion);
  const notesVersion = useSession((state) => state.notesVersion);
  const timeZone = useSession((state) => state.case!.timeZone);
  const [inView, onInView] = useInView();
  const limits = useMemo(() => viewLimits({ fromUs, toUs }), [fromUs, toUs]);
  const spans = useMemo(() => zoneSpans(zoneOf(timeZone), limits.fromUs, limits.toUs), [timeZone, limits]);
  const startsOf = useMemo(() => sharedStarts(spans, limits), [spans, limits]);
  const lanes = useMemo(
    () => set.lanes.map((info, i) => laneOf(info, activities[i], spans, startsOf)),
    [set, activities, spans, startsOf],
  );
  const infos = set.lanes;
  const accounts = useMemo(() => infos.map(({ account }) => account), [infos]);
  const order = useCall(laneOrder, arrangement.sort === 'similarity' ? { accounts } : null, dataVersion);
  const rows = useMemo(
    () => laneRows(infos, arrangement, order.value?.order ?? null),
    [infos, arrangement, order.value],
  );
  const shown = useMemo(
    () => accounts.filter((account) => !arrangement.hidden.includes(account)),
    [accounts, arrangement.hidden],
  );
  const asked = useMemo(() => (shown.length > 0 ? { accounts: shown } : null), [shown]);
  const together = useCall(lanesTogether, asked, dataVersion, true);
  const tests = useCall(laneTests, together.value ? asked : null, dataVersion, true);
  const successions = useCall(laneSuccessions, asked, dataVersion, true);
  const context = useCall(listContext, {}, dataVersion);
  const annotations = useCall(listAnnotations, { account: null }, notesVersion);

  const marks = useMemo(
    () => [
      ...laneMarks(context.value?.events ?? [], infos, limits),
      ...rangeMarks(annotations.value ?? [], of),
    ],
    [context.value, infos, limits, annotations.value, of],
  );
  const sum = useMemo(() => {
    const visible = new Set(shown);
    return sumScene(
      lanes.filter(({ info }) => visible.has(info.account)),
      spans,
      limits,
      marks,
      committed,
      startsOf,
    );
  }, [lanes, shown, spans, limits, marks, committed, startsOf]);
  const notes = useMemo(() => notesByAccount(annotations.value ?? []), [annotations.value]);
  const byAccount = useMemo(() => new Map(lanes.map((lane) => [lane.info.account, lane])), [lanes]);
  const bare = useMemo(
    () =>
      buildScene({
        lanes,
        rows,
        notes,
        loaded: new Map(),
        handOvers: successions.value?.handOvers ?? [],
        together: together.value ?? null,
        sum,
        startsOf,
        look,
      }),
    [lanes, rows, notes, successions.value, together.value, sum, startsOf, look],
  );
  const sceneOf = useCallback(
    (account: string) => {
      const lane = byAccount.get(account);
      return lane ? sceneOfLane(bare, lane) : null;
    },
    [byAccount, bare],
  );
  const single = useLaneRequests(inView, sceneOf);
  const scene = useMemo(() => ({ ...bare, loaded: single }), [bare, single]);
  return { scene, shown, tests, successions, order, together, onInView };
}
