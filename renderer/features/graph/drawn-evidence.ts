import type { GraphLink, GraphPicture, GraphValue } from '../../../shared/contract/graph.ts';
import { spanningForest } from '../../../shared/spanning-forest.ts';
import { refOf } from './node-id.ts';
import type { PictureState } from './picture-state.ts';

export type PathPairs = readonly (readonly [string, string])[];

/** Values that a node was expanded by, as far as an account that is shown has them and their kind counts. */
export function drawnValues(
  state: PictureState,
  picture: GraphPicture,
  shown: readonly boolean[],
): readonly GraphValue[] {
  const { accounts } = picture;
  return picture.values.filter(({ kind, value, holders }) => {
    if (state.without.includes(kind) || !holders.some((at) => shown[at])) return false;
    return state.expansions.some((expansion) => {
      const ref = refOf(expansion.at);
      if ('value' in ref) return ref.kind === kind && ref.value === value;
      if (expansion.kind !== kind) return false;
      return holders.some((at) =>
        'account' in ref ? accounts[at].account === ref.account : accounts[at].operator === ref.operator,
      );
    });
  });
}

/**
 * Links drawn as lines. Where nodes show all that a link consists of, it needs no line; `holding` leaves the strongest
 * that hold together what the shared values do not. The weakest bridge and the path are drawn in any case.
 */
export function drawnLinks(
  state: PictureState,
  { accounts, links, values: all, operators }: GraphPicture,
  shown: readonly boolean[],
  values: readonly GraphValue[],
  path: PathPairs,
): readonly GraphLink[] {
  const here = links.filter(({ a, b }) => shown[a] && shown[b]);
  const drawn = new Set(values);
  const joined = values
    .map(({ holders }) => holders.filter((at) => shown[at]))
    .filter((one) => one.length > 0);
  const holding = new Set(
    state.lines === 'all' ? [] : spanningForest(accounts.length, here, joined).map((at) => here[at]),
  );
  const wanted = pairSet([...path, ...bridges(operators)]);
  return here.filter((link) => {
    if (wanted.has(pairKey(accounts[link.a].account, accounts[link.b].account))) return true;
    if (state.lines === 'holding') return holding.has(link);
    return !link.values.every((value) => drawn.has(all[value]));
  });
}

/** Links without which an operator falls in two; of a cut of several links no single one is marked. */
export function bridges(operators: GraphPicture['operators']): PathPairs {
  return operators.flatMap(({ weakest }) => (weakest?.splits ? [[weakest.a, weakest.b] as const] : []));
}

export const pairKey = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);
export const pairSet = (pairs: PathPairs) => new Set(pairs.map(([a, b]) => pairKey(a, b)));
