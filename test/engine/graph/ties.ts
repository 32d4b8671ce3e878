import type { OperatorTies } from '../../../electron/engine/analysis/operator-ties.ts';

export interface MadeLink {
  readonly a: number;
  readonly b: number;
  /** Places of values, with what each adds. */
  readonly items: readonly (readonly [value: number, bits: number])[];
}

const PRIOR = -10;

/** Ties of an operator made by hand: values as `kind=value`, bits summed over a prior of -10. */
export function madeTies(
  operator: string,
  accounts: readonly string[],
  values: readonly string[],
  links: readonly MadeLink[],
): OperatorTies {
  const holders = values.map(() => new Set<number>());
  for (const { a, b, items } of links) for (const [value] of items) holders[value].add(a).add(b);
  const itemFrom = [0];
  for (const { items } of links) itemFrom.push((itemFrom.at(-1) as number) + items.length);
  return {
    operator,
    total: links.length,
    priorBits: PRIOR,
    accounts,
    values: values.map((text, at) => {
      const [kind, value] = text.split('=') as [string, string];
      const family = kind === 'template' ? 'content' : 'identity';
      return {
        kind,
        family,
        value,
        accounts: holders[at].size,
        holders: [...holders[at]].sort((x, y) => x - y),
      };
    }),
    a: links.map(({ a }) => a),
    b: links.map(({ b }) => b),
    bits: links.map(({ items }) => items.reduce((sum, [, bits]) => sum + bits, PRIOR)),
    itemFrom,
    itemValue: links.flatMap(({ items }) => items.map(([value]) => value)),
    itemBits: links.flatMap(({ items }) => items.map(([, bits]) => bits)),
  };
}
