import type { Dataset } from '../dataset.ts';

/** Hashes stand for templates where they recur in so many requests. */
const FEWEST_REQUESTS = 5;

/** Templates of a case that holds no prompt text. */
export interface HashTemplates {
  /** Template of each row of the data set, 1-based index into `templates`; 0 for none. */
  readonly template: Uint32Array;
  readonly templates: readonly HashTemplate[];
}

export interface HashTemplate {
  /** What recurs: one whole prompt, or the system prompt over changing ones. */
  readonly kind: 'prompt' | 'system';
  /** Code of the value in `dataset.prompt` or `dataset.systemHash`. */
  readonly code: number;
  readonly requests: number;
}

/**
 * Templates by the hashes that requests carry, for cases without text: a prompt hash in five requests or more,
 * else the request's system hash when that recurs. What a hash hides stays hidden: a template whose slots
 * change has another prompt hash each time and shows by its system hash only. In order of requests, most first;
 * ties by kind, then code.
 */
export function hashTemplates(
  data: Pick<Dataset, 'rows' | 'prompt' | 'prompts' | 'systemHash'>,
): HashTemplates {
  const prompts = new Uint32Array(data.prompts + 1);
  const systems = new Uint32Array(data.systemHash.values.length + 1);
  for (let row = 0; row < data.rows; row++) prompts[data.prompt[row]]++;
  for (let row = 0; row < data.rows; row++) {
    if (!recurs(prompts, data.prompt[row])) systems[data.systemHash.codes[row]]++;
  }
  const templates: HashTemplate[] = [];
  for (let code = 1; code < prompts.length; code++) {
    if (recurs(prompts, code)) templates.push({ kind: 'prompt', code, requests: prompts[code] });
  }
  for (let code = 1; code < systems.length; code++) {
    if (recurs(systems, code)) templates.push({ kind: 'system', code, requests: systems[code] });
  }
  templates.sort(
    (one, other) =>
      other.requests - one.requests ||
      (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : one.code - other.code),
  );
  const promptTemplate = new Uint32Array(prompts.length);
  const systemTemplate = new Uint32Array(systems.length);
  templates.forEach(({ kind, code }, t) => {
    (kind === 'prompt' ? promptTemplate : systemTemplate)[code] = t + 1;
  });
  const template = new Uint32Array(data.rows);
  for (let row = 0; row < data.rows; row++) {
    template[row] = promptTemplate[data.prompt[row]] || systemTemplate[data.systemHash.codes[row]];
  }
  return { template, templates };
}

function recurs(counts: Uint32Array, code: number): boolean {
  return code > 0 && counts[code] >= FEWEST_REQUESTS;
}
