import { useMemo } from 'react';
import type { Filter } from '../../../shared/contract/filters.ts';
import {
  FIRST_BUBBLES,
  type GraphOverview,
  type GraphPath,
  type GraphPicture,
  type GraphPlace,
  graphOverview,
  graphPath,
  graphPicture,
  graphPlaces,
} from '../../../shared/contract/graph.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import { useGraph } from './graph-store.ts';
import { refOf } from './node-id.ts';
import type { PictureState } from './picture-state.ts';

export interface GraphData {
  readonly overview: GraphOverview;
  readonly picture: GraphPicture;
  readonly places: readonly GraphPlace[];
  /** undefined while none is asked for or it is not known yet; null where there is none. */
  readonly path: GraphPath | null | undefined;
}

export interface LoadedGraph {
  readonly data: GraphData | null;
  readonly error: unknown;
  readonly busy: boolean;
  readonly retry: () => void;
}

const NO_ARGS = {};
const NO_PLACES: readonly GraphPlace[] = [];

/** What the picture asks the engine for; what is removed is asked for too, so that its operator's parts stay whole. */
function asked(
  { roots, open, expansions, without, leastBits, ofFilter }: PictureState,
  filter: Filter | undefined,
) {
  const single = roots.map(refOf).flatMap((ref) => ('account' in ref ? [ref.account] : []));
  const accounts = [...new Set([...single, ...expansions.flatMap((one) => one.accounts)])];
  return { operators: [...open], accounts, withoutKinds: [...without], leastBits, filter, ofFilter };
}

/** All that the picture is made from, asked anew with the state, the analysis and the case. */
export function useGraphData(state: PictureState): LoadedGraph {
  const { filter, version } = useAskedFilter();
  const dataVersion = useSession((session) => session.dataVersion);
  const notesVersion = useSession((session) => session.notesVersion);
  const path = useGraph((graph) => graph.path);
  const args = asked(state, filter);
  const picture = useCall(graphPicture, args, version, true);
  const also = [
    ...new Set([
      ...state.roots.map(refOf).flatMap((ref) => ('operator' in ref ? [ref.operator] : [])),
      ...(picture.value?.operators.map(({ operator }) => operator) ?? []),
    ]),
  ];
  const limit = state.top === 0 ? 0 : Math.max(state.top, FIRST_BUBBLES);
  const overview = useCall(graphOverview, { limit, also, filter }, version, true);
  const places = useCall(graphPlaces, NO_ARGS, dataVersion + notesVersion, true);
  const found = useCall(
    graphPath,
    path?.to
      ? { from: path.from, to: path.to, withoutKinds: args.withoutKinds, leastBits: state.leastBits }
      : null,
    dataVersion,
  );
  const data = useMemo(
    () =>
      overview.value && picture.value
        ? {
            overview: overview.value,
            picture: picture.value,
            places: places.value ?? NO_PLACES,
            path: found.value,
          }
        : null,
    [overview.value, picture.value, places.value, found.value],
  );
  return {
    data,
    error: picture.error ?? overview.error ?? places.error,
    busy: picture.busy || overview.busy,
    retry: () => {
      picture.retry();
      overview.retry();
    },
  };
}
