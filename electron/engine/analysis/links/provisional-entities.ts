import type { IdentifierList } from './identifier-list.ts';
import type { JointGroup } from './joint-groups.ts';
import { FAMILIES, traitsOf } from './kinds.ts';
import { UnionFind } from './union-find.ts';
import type { Weigher } from './weigh-pair.ts';

/** Who counts as one before anything is linked: the accounts of one declared organisation; else each by itself. */
export function declaredEntities(accounts: number, organization: Uint32Array | undefined): UnionFind {
  const entities = new UnionFind(accounts);
  const first = new Map<number, number>();
  for (let a = 0; organization !== undefined && a < accounts; a++) {
    if (organization[a] === 0) continue;
    const known = first.get(organization[a]);
    if (known === undefined) first.set(organization[a], a);
    else entities.join(known, a);
  }
  return entities;
}

/**
 * For each list the entity of each account as far as everything else tells: declared organisations, joint groups of
 * other families, and pairs that reach `linkBits` without the list's family (but with finer kinds of it: one card
 * is one holder of its issuer). A kind never vouches for itself, else it would talk itself into being rare.
 */
export function provisionalEntities(
  lists: readonly IdentifierList[],
  weigher: Weigher,
  pairs: { readonly a: Uint32Array; readonly b: Uint32Array },
  joint: readonly JointGroup[],
  start: () => UnionFind,
  bounds: { readonly priorBits: number; readonly linkBits: number },
): Uint32Array[] {
  const entities = lists.map(start);
  const familyOf = lists.map(({ kind }) => FAMILIES.indexOf(traitsOf(kind).family));
  for (const { families, accounts } of joint) {
    lists.forEach(({ kind }, k) => {
      if (families.includes(traitsOf(kind).family)) return;
      for (const a of accounts) entities[k].join(accounts[0], a);
    });
  }
  const bars = new Float64Array(FAMILIES.length);
  for (let p = 0; p < pairs.a.length; p++) {
    const total = bounds.priorBits + weigher.weigh(pairs.a[p], pairs.b[p], bars);
    if (total < bounds.linkBits) continue;
    for (let k = 0; k < lists.length; k++) {
      const without = total - bars[familyOf[k]] + weigher.finerBits(k);
      if (without >= bounds.linkBits) entities[k].join(pairs.a[p], pairs.b[p]);
    }
  }
  return entities.map((sets) => sets.labels());
}
