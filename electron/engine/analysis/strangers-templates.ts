/** Fewer customers may come to the same words by chance. */
const LEAST_STRANGERS = 3;
/** So many strangers behind one rare template do not come about by chance. */
const MANY_STRANGERS = 12;
/** log2 of accounts to one that uses a template: below the first it is common, from the second on rare. */
const COMMON_BITS = 3;
const RARE_BITS = 8;

/** What a template counts as shared by strangers, each in [0, 1]; index 0 is no template. */
export interface StrangersTemplates {
  /** Three customers or more use it; the rarer it is, the more it counts. */
  readonly shared: Float64Array;
  /** The same, and the more the more strangers there are: nothing for three, in full from twelve on. */
  readonly crowd: Float64Array;
}

/**
 * Which templates are part of the work of accounts that claim to have nothing to do with each other. In full counts
 * what one account in 256 uses, not at all what one in eight does.
 * @param regular template of each row, 1-based, 0 for none; `accountOf` the row's account, ascending.
 * @param customers customer of each account.
 * @param inReference share of a benign reference whose work each template, by its index, is part of: what is common
 * there is common.
 */
export function strangersTemplates(
  regular: Uint32Array,
  accountOf: Uint32Array,
  templates: number,
  customers: Uint32Array,
  inReference?: Float64Array,
): StrangersTemplates {
  const users = new Map<number, Set<number>>();
  const holders = new Uint32Array(templates + 1);
  const last = new Int32Array(templates + 1).fill(-1);
  regular.forEach((template, i) => {
    const a = accountOf[i];
    if (template === 0 || last[template] === a) return;
    last[template] = a;
    holders[template]++;
    const seen = users.get(template) ?? new Set();
    if (seen.size < MANY_STRANGERS) users.set(template, seen.add(customers[a]));
  });
  const shared = new Float64Array(templates + 1);
  const crowd = new Float64Array(templates + 1);
  for (const [template, { size }] of users) {
    if (size < LEAST_STRANGERS) continue;
    const own = Math.log2(customers.length / holders[template]);
    const bits = inReference ? Math.min(own, -Math.log2(inReference[template - 1])) : own;
    shared[template] = Math.min(1, Math.max(0, (bits - COMMON_BITS) / (RARE_BITS - COMMON_BITS)));
    crowd[template] =
      shared[template] * (Math.log(size / LEAST_STRANGERS) / Math.log(MANY_STRANGERS / LEAST_STRANGERS));
  }
  return { shared, crowd };
}
