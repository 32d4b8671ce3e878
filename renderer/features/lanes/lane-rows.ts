import type { LaneInfo } from '../../../shared/contract/lanes.ts';
import type { Arrangement, LaneGroup, LaneSort } from './arrangement.ts';

/** One line of the drawing: the heading of a group, or a lane by its index. */
export type LaneRow =
  | { readonly kind: 'group'; readonly title: string; readonly lanes: number; readonly requests: number }
  | { readonly kind: 'lane'; readonly lane: number };

/**
 * The lines in order: pinned lanes, then the others sorted, under a heading for each group; lanes of accounts outside
 * the filter under a heading of their own at the end. Lanes without the measure come last; ties are in order of the account. `similar` has the place of each lane by similarity, null while that is
 * not known.
 */
export function laneRows(
  lanes: readonly LaneInfo[],
  { sort, group, pinned, hidden }: Arrangement,
  similar: Uint32Array | null,
): readonly LaneRow[] {
  const index = new Map(lanes.map(({ account }, i) => [account, i]));
  const gone = new Set(hidden);
  const onTop = pinned.flatMap((account) => {
    const lane = index.get(account);
    return lane === undefined || gone.has(account) ? [] : [lane];
  });
  const top = new Set(onTop);
  const others = [...lanes.keys()].filter((lane) => !top.has(lane) && !gone.has(lanes[lane].account));
  const rest = others.filter((lane) => lanes[lane].matches);
  const outside = others.filter((lane) => !lanes[lane].matches);
  const place = placeBy(lanes, sort, similar);
  for (const list of [rest, outside])
    list.sort((a, b) => place(a) - place(b) || (lanes[a].account < lanes[b].account ? -1 : 1));
  const line = (lane: number): LaneRow => ({ kind: 'lane', lane });
  const heading = (title: string, members: readonly number[]): LaneRow => ({
    kind: 'group',
    title,
    lanes: members.length,
    requests: members.reduce((sum, lane) => sum + lanes[lane].requests, 0),
  });
  const last = outside.length > 0 ? [heading('outside the filter', outside), ...outside.map(line)] : [];
  if (group === 'none') return [...[...onTop, ...rest].map(line), ...last];
  const groups = new Map<string, number[]>();
  for (const lane of rest) {
    const title = groupTitle(lanes[lane], group);
    const members = groups.get(title);
    if (members) members.push(lane);
    else groups.set(title, [lane]);
  }
  return [
    ...(onTop.length > 0 ? [heading('pinned', onTop), ...onTop.map(line)] : []),
    ...[...groups].flatMap(([title, members]) => [heading(title, members), ...members.map(line)]),
    ...last,
  ];
}

export function groupTitle(lane: LaneInfo, group: Exclude<LaneGroup, 'none'>): string {
  return lane[group] ?? `no ${group} given`;
}

function placeBy(
  lanes: readonly LaneInfo[],
  sort: LaneSort,
  similar: Uint32Array | null,
): (lane: number) => number {
  switch (sort) {
    case 'first seen':
      return (lane) => lanes[lane].firstUs ?? Number.MAX_VALUE;
    case 'last seen':
      return (lane) => -(lanes[lane].lastUs ?? -Number.MAX_VALUE);
    case 'volume':
      return (lane) => -lanes[lane].requests;
    case 'account':
      return () => 0;
    case 'similarity': {
      if (!similar) return (lane) => lane;
      const places = new Uint32Array(lanes.length);
      similar.forEach((lane, at) => {
        places[lane] = at;
      });
      return (lane) => places[lane];
    }
  }
}
