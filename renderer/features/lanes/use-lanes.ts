import { useEffect, useState } from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';
import { type LaneSet, type LanesOf, laneActivity, openLanes } from '../../../shared/contract/lanes.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import { engine } from '../../engine.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { useCall } from '../../ui/use-call.ts';
import { activitiesOf } from './lane.ts';

/** What lanes are asked for. */
export interface AskedLanes {
  readonly of: LanesOf;
  /** Whose conditions on requests say which count; without time, which is drawn. */
  readonly filter: Filter | undefined;
  /** Accounts that do not match it have lanes too. */
  readonly outside: boolean;
}

export interface LoadedLanes {
  readonly set: LaneSet | undefined;
  /** One a lane, once all are here. */
  readonly activities: readonly Activity[] | null;
  /** Under what these lanes were counted. */
  readonly filter: Filter | undefined;
  /** Lanes whose activity is here. */
  readonly done: number;
  /** Other lanes, or other requests of theirs, are on their way. */
  readonly busy: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

interface Held {
  readonly set: LaneSet | undefined;
  readonly filter: Filter | undefined;
  readonly activities: readonly Activity[] | null;
  readonly error: unknown;
}

const NOTHING: Held = { set: undefined, filter: undefined, activities: null, error: undefined };

/**
 * The lanes of an operator, a list of accounts or a filter with their activity, loaded answer by answer; those before
 * stay until all are here.
 */
export function useLanes(asked: AskedLanes, version: number): LoadedLanes {
  const { value: set, of, ...answer } = useCall(openLanes, asked, version, true);
  const [held, setHeld] = useState<Held>(NOTHING);
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (!set) return undefined;
    const abort = new AbortController();
    const filter = of?.filter;
    setDone(0);
    load(set, filter, abort.signal, setDone).then(
      (activities) => {
        if (!abort.signal.aborted) setHeld({ set, filter, activities, error: undefined });
      },
      (error: unknown) => {
        if (!abort.signal.aborted && !isCancelled(error)) setHeld({ ...NOTHING, set, error });
      },
    );
    return () => abort.abort();
  }, [set, of]);
  const isHeld = held.activities !== null;
  return {
    set: isHeld ? held.set : set,
    activities: held.activities,
    filter: held.filter,
    done,
    busy: answer.busy || held.set !== set,
    error: answer.error ?? held.error,
    retry: answer.retry,
  };
}

async function load(
  set: LaneSet,
  filter: Filter | undefined,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<Activity[]> {
  const accounts = set.lanes.map(({ account }) => account);
  const activities: Activity[] = [];
  while (activities.length < accounts.length) {
    const answer = await engine.call(
      laneActivity,
      { accounts: accounts.slice(activities.length), filter },
      { signal },
    );
    activities.push(...activitiesOf(answer));
    progress(activities.length);
  }
  return activities;
}
