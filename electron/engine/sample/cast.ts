import { Rng } from '../rng.ts';
import { CAMPAIGNS, HONEST, REST } from './families/registry.ts';
import type { Family } from './sample-types.ts';
import type { MaliciousFamilyId } from './truth.ts';

/** One group of accounts of a family: an operator, a company, a crowd of strangers. */
export interface Part {
  readonly family: Family;
  /** Number within its family, from 0. */
  readonly instance: number;
  readonly accounts: number;
  /** Requests expected of all its accounts. */
  readonly requests: number;
}

export interface CastOptions {
  readonly seed: number;
  readonly small: boolean;
  readonly accounts: number;
  readonly requests: number;
  /** Malicious families that may be chosen; none gives a data set without campaigns. */
  readonly allowed: readonly MaliciousFamilyId[];
}

/** Who stands in a data set: the campaigns of the seed, every honest family, and the quiet tail as the rest. */
export function castParts(rng: Rng, options: CastOptions): Part[] {
  const { small, accounts, requests } = options;
  const chosen = new Set(chooseCampaigns(options));
  const sized: { family: Family; accounts: number; group: number; volume: number }[] = [];
  for (const place of [
    ...CAMPAIGNS.filter(({ family }) => chosen.has(family.id as MaliciousFamilyId)),
    ...HONEST,
  ]) {
    const base = small ? place.small : (place.perThousand * accounts) / 1000;
    // Campaigns differ in size from seed to seed, so that none can be told by how many it is.
    const factor = place.family.malicious && !small ? rng.between(0.7, 1.35) : 1;
    sized.push({ ...place, accounts: Math.max(3, Math.round(base * factor)) });
  }
  const named = sized.reduce((sum, place) => sum + place.accounts, 0);
  sized.push({ ...REST, group: 0, accounts: accounts - named });
  const volume = sized.reduce((sum, place) => sum + place.accounts * place.volume, 0);
  return sized.flatMap((place) => {
    const instances = place.group === 0 ? 1 : Math.max(1, Math.round(place.accounts / place.group));
    return groupSizes(rng, place.accounts, instances).map((size, instance) => ({
      family: place.family,
      instance,
      accounts: size,
      requests: (requests * place.volume * size) / volume,
    }));
  });
}

/**
 * The malicious families of a seed. Two neighbouring seeds (2k and 2k + 1; four at size S) share out all that are
 * allowed, four to six each (two or three at size S), so a few seeds hold every family. Up to three allowed families
 * stand in every data set.
 */
export function chooseCampaigns({ seed, small, allowed }: CastOptions): MaliciousFamilyId[] {
  const turns = small ? 4 : 2;
  const rng = new Rng(Math.floor(seed / turns)).fork('campaigns');
  const known = CAMPAIGNS.map(({ family }) => family.id as MaliciousFamilyId);
  // The order is drawn over all families, so leaving one out moves no other to another seed more than needed.
  const order = rng.shuffled(known).filter((id) => allowed.includes(id));
  const cuts = Array.from({ length: turns + 1 }, (_, turn) => Math.round((order.length * turn) / turns));
  const shift = small || order.length < 8 ? 0 : rng.int(-1, 1);
  for (let turn = 1; turn < turns; turn++) cuts[turn]! += shift;
  const turn = seed - turns * Math.floor(seed / turns);
  const own = order.slice(cuts[turn], cuts[turn + 1]);
  return order.length <= 3 ? order : own;
}

/** Sizes of groups that add up to n, some a few times others, none empty. */
function groupSizes(rng: Rng, n: number, groups: number): number[] {
  if (groups === 1) return [n];
  const weights = Array.from({ length: groups }, () => rng.lognormal(1, 0.55));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const least = n >= groups * 2 ? 2 : 1;
  const spare = n - least * groups;
  let given = 0;
  let reached = 0;
  return weights.map((weight) => {
    // Rounding the running sum rather than each share keeps the total exact.
    reached += (weight * spare) / total;
    const size = Math.round(reached) - given;
    given += size;
    return least + size;
  });
}
