import type { EvidenceFamily, Likelihood } from '../../../shared/contract/analysis.ts';
import type { GraphLink, GraphOperator, GraphPicture, GraphValue } from '../../../shared/contract/graph.ts';
import { bridges, drawnLinks, drawnValues, type PathPairs, pairKey, pairSet } from './drawn-evidence.ts';
import { accountNode, type NodeId, operatorNode, refOf, valueNode } from './node-id.ts';
import type { PictureState } from './picture-state.ts';

export interface SceneNode {
  readonly id: NodeId;
  readonly type: 'operator' | 'account' | 'value';
  /** As the data have it: an operator's or account's name, or the shared value. */
  readonly name: string;
  /** The place it lies in: of an operator, or of itself. */
  readonly area: NodeId;
  /** Of an operator and of what a value is shared by: accounts. */
  readonly accounts: number;
  readonly likelihood: Likelihood | null;
  readonly kind: string | null;
  readonly family: EvidenceFamily | null;
  /** Accounts of an operator that are in the picture. */
  readonly shown: number;
  /** First seen; null where it is not known. */
  readonly sinceUs: number | null;
  /** Neighbours that are not in the picture. */
  readonly hidden: number;
  /** Part of its operator, 0 for the largest. */
  readonly part: number;
  /** An account that no link that counts ties to another of its part. */
  readonly alone: boolean;
  /** An operator of which no account is shown: a bubble. */
  readonly closed: boolean;
  /** Outside the filter: an account that does not match, an operator or a shared value of none that does. */
  readonly outside: boolean;
  /** Of an operator its accounts that match. */
  readonly matching: number;
}

export interface SceneEdge {
  /** Places in the scene's nodes. */
  readonly a: number;
  readonly b: number;
  /** Between two accounts, or from an account to a value it shares. */
  readonly type: 'link' | 'shares';
  readonly bits: number;
  /** Of the strongest item. */
  readonly family: EvidenceFamily;
  readonly weakest: boolean;
  readonly onPath: boolean;
}

/** The place of an operator, or of an account without one. */
export interface SceneArea {
  readonly id: NodeId;
  readonly accounts: number;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly areas: readonly SceneArea[];
  /** Links between the accounts shown that count, and links drawn as lines. */
  readonly links: number;
  readonly drawn: number;
  /** Accounts and bubbles outside the filter that are hidden. */
  readonly hiddenOutside: number;
}

/** What the picture shows under a state: nodes in a stable order, and the edges between them. */
export function buildScene(
  state: PictureState,
  operators: readonly GraphOperator[],
  picture: GraphPicture,
  path: PathPairs,
): Scene {
  const gone = new Set(state.removed);
  const isLeft = picture.accounts.map(({ account }) => !gone.has(accountNode(account)));
  const shown = picture.accounts.map(({ matches }, at) => isLeft[at] && (matches || !state.hideOutside));
  let hiddenOutside = shown.filter((one, at) => isLeft[at] && !one).length;
  const values = drawnValues(state, picture, shown).filter(
    ({ kind, value }) => !gone.has(valueNode(kind, value)),
  );
  const lines = drawnLinks(state, picture, shown, values, path);
  const nodes: SceneNode[] = [];
  const placeOf = new Map<NodeId, number>();
  const put = (node: SceneNode) => {
    placeOf.set(node.id, nodes.length);
    nodes.push(node);
  };
  const inPicture = new Map<string | null, number>();
  picture.accounts.forEach(({ operator }, at) => {
    if (shown[at]) inPicture.set(operator, (inPicture.get(operator) ?? 0) + 1);
  });
  const wanted = bubbles(state, operators);
  for (const one of operators) {
    const here = inPicture.get(one.id) ?? 0;
    const closed = here === 0;
    if (gone.has(operatorNode(one.id)) || (closed && !wanted.has(one.id))) continue;
    if (closed && state.hideOutside && one.matching === 0) {
      hiddenOutside++;
      continue;
    }
    put(operatorOf(one, here));
  }
  const partSizes = new Map<string | null, readonly number[]>(
    picture.operators.map(({ operator, parts }) => [operator, parts]),
  );
  const neighbours = picture.accounts.map(() => new Set<number>());
  for (const { a, b } of picture.links) {
    if (!shown[a] || !shown[b]) continue;
    neighbours[a].add(b);
    neighbours[b].add(a);
  }
  picture.accounts.forEach((one, at) => {
    if (!shown[at]) return;
    put({
      id: accountNode(one.account),
      type: 'account',
      name: one.account,
      area: areaOf(one),
      accounts: 1,
      shown: 1,
      likelihood: one.likelihood,
      kind: null,
      family: null,
      sinceUs: one.firstUs,
      hidden: Math.max(0, one.tiedTo - neighbours[at].size),
      part: one.part,
      alone: (partSizes.get(one.operator)?.[one.part] ?? 1) === 1,
      closed: false,
      outside: !one.matches,
      matching: one.matches ? 1 : 0,
    });
  });
  for (const value of values) put(valueAsNode(value, picture, shown));
  const edges = edgesOf(picture, values, lines, placeOf, path, shown);
  return {
    nodes,
    edges,
    areas: areasOf(state, operators, picture, nodes),
    links:
      picture.links.filter(({ a, b }) => shown[a] && shown[b]).length +
      picture.allLinks -
      picture.links.length,
    drawn: lines.length,
    hiddenOutside,
  };
}

/** Operators in the picture as long as none of their accounts are: those of the overview and those put in. */
function bubbles(state: PictureState, operators: readonly GraphOperator[]): ReadonlySet<string> {
  const roots = state.roots.map(refOf).flatMap((ref) => ('operator' in ref ? [ref.operator] : []));
  return new Set([...operators.slice(0, state.top).map(({ id }) => id), ...roots]);
}

const operatorOf = (one: GraphOperator, shown: number): SceneNode => ({
  id: operatorNode(one.id),
  type: 'operator',
  name: one.id,
  area: operatorNode(one.id),
  accounts: one.accounts,
  shown,
  likelihood: one.likelihood,
  kind: null,
  family: null,
  sinceUs: one.firstUs,
  hidden: one.accounts - shown,
  part: 0,
  alone: false,
  closed: shown === 0,
  outside: one.matching === 0,
  matching: one.matching,
});

const areaOf = ({
  account,
  operator,
}: {
  readonly account: string;
  readonly operator: string | null;
}): NodeId => (operator === null ? accountNode(account) : operatorNode(operator));

function valueAsNode(value: GraphValue, picture: GraphPicture, shown: readonly boolean[]): SceneNode {
  const holders = value.holders.filter((at) => shown[at]).map((at) => picture.accounts[at]);
  const times = holders.flatMap(({ firstUs }) => firstUs ?? []).sort((one, other) => one - other);
  const counts = new Map<NodeId, number>();
  for (const holder of holders) counts.set(areaOf(holder), (counts.get(areaOf(holder)) ?? 0) + 1);
  const [area] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0];
  return {
    id: valueNode(value.kind, value.value),
    type: 'value',
    name: value.value,
    area,
    accounts: value.accounts,
    shown: holders.length,
    likelihood: null,
    kind: value.kind,
    family: value.family,
    // It is shared from the second account on.
    sinceUs: times[Math.min(1, times.length - 1)] ?? null,
    hidden: Math.max(0, value.tied - holders.length),
    part: 0,
    alone: false,
    closed: false,
    outside: holders.every(({ matches }) => !matches),
    matching: holders.filter(({ matches }) => matches).length,
  };
}

function edgesOf(
  picture: GraphPicture,
  values: readonly GraphValue[],
  lines: readonly GraphLink[],
  placeOf: ReadonlyMap<NodeId, number>,
  path: PathPairs,
  shown: readonly boolean[],
): SceneEdge[] {
  const { accounts, values: all, operators } = picture;
  const place = (at: number) => placeOf.get(accountNode(accounts[at].account)) as number;
  const weakest = pairSet(bridges(operators));
  const onPath = pairSet(path);
  const links = lines.map((link): SceneEdge => {
    const key = pairKey(accounts[link.a].account, accounts[link.b].account);
    return {
      a: place(link.a),
      b: place(link.b),
      type: 'link',
      bits: link.bits,
      family: all[link.values[0]]?.family ?? 'identity',
      weakest: weakest.has(key),
      onPath: onPath.has(key),
    };
  });
  const shares = values.flatMap(({ kind, value, family, bits, holders }) =>
    holders
      .filter((at) => shown[at])
      .map((at): SceneEdge => {
        const b = placeOf.get(valueNode(kind, value)) as number;
        return { a: place(at), b, type: 'shares', bits, family, weakest: false, onPath: false };
      }),
  );
  return [...links, ...shares];
}

/** Places in the order in which they came into the picture, so that what comes later moves none before it. */
function areasOf(
  state: PictureState,
  operators: readonly GraphOperator[],
  picture: GraphPicture,
  nodes: readonly SceneNode[],
): SceneArea[] {
  const sizes = new Map<NodeId, number>([
    ...operators.map((one) => [operatorNode(one.id), one.accounts] as const),
    ...picture.operators.map((one) => [operatorNode(one.operator), one.accounts] as const),
  ]);
  const areas = new Map(picture.accounts.map((one) => [one.account, areaOf(one)]));
  const order = new Set<NodeId>([
    // All of the overview keep their places, also while they are removed.
    ...operators.slice(0, state.top).map(({ id }) => operatorNode(id)),
    ...state.roots.flatMap((id) => {
      const ref = refOf(id);
      return 'operator' in ref ? [id] : 'account' in ref ? (areas.get(ref.account) ?? []) : [];
    }),
    ...state.expansions.flatMap(({ accounts }) => accounts.flatMap((one) => areas.get(one) ?? [])),
    ...nodes.map(({ area }) => area),
  ]);
  return [...order].map((id) => ({ id, accounts: sizes.get(id) ?? 1 }));
}
