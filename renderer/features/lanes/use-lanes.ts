import { useEffect, useState } from 'react';
import { type LaneSet, type LanesOf, laneActivity, openLanes } from '../../../shared/contract/lanes.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import { engine } from '../../engine.ts';
import { useSession } from '../../store/session.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { useCall } from '../../ui/use-call.ts';
import { activitiesOf } from './lane.ts';

export interface LoadedLanes {
  readonly set: LaneSet | undefined;
  /** One a lane, once all are here. */
  readonly activities: readonly Activity[] | null;
  /** Lanes whose activity is here. */
  readonly done: number;
  readonly error: unknown;
  readonly retry: () => void;
}

interface Held {
  readonly set: LaneSet | undefined;
  readonly done: number;
  readonly activities: readonly Activity[] | null;
  readonly error: unknown;
}

const NOTHING: Held = { set: undefined, done: 0, activities: null, error: undefined };

/** The lanes of an operator or of a list of accounts with their activity, loaded answer by answer. */
export function useLanes(of: LanesOf): LoadedLanes {
  const dataVersion = useSession((state) => state.dataVersion);
  const answer = useCall(openLanes, { of }, dataVersion);
  const [held, setHeld] = useState<Held>(NOTHING);
  const set = answer.value;
  useEffect(() => {
    if (!set) return undefined;
    const abort = new AbortController();
    load(set, abort.signal, (done) => setHeld((old) => ({ ...old, done }))).then(
      (activities) => {
        if (!abort.signal.aborted) setHeld({ set, done: activities.length, activities, error: undefined });
      },
      (error: unknown) => {
        if (!abort.signal.aborted && !isCancelled(error)) setHeld({ ...NOTHING, set, error });
      },
    );
    return () => abort.abort();
  }, [set]);
  const own = held.set === set;
  return {
    set,
    activities: own ? held.activities : null,
    done: held.done,
    error: answer.error ?? (own ? held.error : undefined),
    retry: answer.retry,
  };
}

async function load(
  set: LaneSet,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<Activity[]> {
  const accounts = set.lanes.map(({ account }) => account);
  const activities: Activity[] = [];
  while (activities.length < accounts.length) {
    const answer = await engine.call(
      laneActivity,
      { accounts: accounts.slice(activities.length) },
      { signal },
    );
    activities.push(...activitiesOf(answer));
    progress(activities.length);
  }
  return activities;
}
