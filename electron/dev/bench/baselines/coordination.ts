import { components } from './components.ts';
import { countLinks, type Links } from './links.ts';

/** Objects of more accounts than this weigh next to nothing and would cost the square of their number. */
const MOST_ACCOUNTS = 400;

export interface Coordination {
  /** Greatest cosine of each account with another, in [0, 1]. */
  readonly scores: Float64Array;
  /** Components of accounts whose cosine exceeds the threshold. */
  readonly clusters: (number | null)[];
}

/**
 * Coordination by what accounts use (Pacheco et al. 2021): TF-IDF over accounts and objects, cosine between accounts,
 * and components of the pairs above `threshold`.
 */
export function coordination(links: Links, threshold = 0.9): Coordination {
  const counts = countLinks(links);
  const users = new Map<number, number[]>();
  counts.forEach((own, account) => {
    for (const object of own.keys()) users.set(object, [...(users.get(object) ?? []), account]);
  });
  const vectors = counts.map((own) => {
    const vector = new Map<number, number>();
    let square = 0;
    for (const [object, count] of own) {
      const value = count * Math.log(links.accounts / users.get(object)!.length);
      vector.set(object, value);
      square += value * value;
    }
    for (const [object, value] of vector) vector.set(object, square === 0 ? 0 : value / Math.sqrt(square));
    return vector;
  });
  const scores = new Float64Array(links.accounts);
  const pairs: [number, number][] = [];
  vectors.forEach((vector, one) => {
    const dots = new Map<number, number>();
    for (const [object, value] of vector) {
      const others = users.get(object)!;
      if (others.length < 2 || others.length > MOST_ACCOUNTS) continue;
      for (const other of others) {
        if (other > one) dots.set(other, (dots.get(other) ?? 0) + value * vectors[other]!.get(object)!);
      }
    }
    for (const [other, dot] of dots) {
      scores[one] = Math.max(scores[one]!, dot);
      scores[other] = Math.max(scores[other]!, dot);
      if (dot > threshold) pairs.push([one, other]);
    }
  });
  const account = pairs.flat();
  return {
    scores,
    clusters: components(links.accounts, { account, value: account.map((_, at) => (at >> 1) + 1) }),
  };
}
