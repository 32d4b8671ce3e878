import type { Dataset } from '../dataset.ts';

/** Topics given for this share of requests are taken as the case's topics. */
const GIVEN_SHARE = 0.5;

export interface RowTopics {
  /** Topic of each row of the data set, 1-based index into `labels`; 0 for none. */
  readonly topic: Uint32Array;
  readonly labels: readonly string[];
  readonly given: boolean;
}

/**
 * The topics to count by: those given in the data, as they are, when most requests carry one, else the computed
 * ones. Never both, for a share of one kind cannot be compared with a share of the other. `computed.topic` has
 * the topic of prompt code p at p - 1.
 */
export function chooseTopics(
  data: Pick<Dataset, 'rows' | 'prompt' | 'topic'>,
  computed: { readonly labels: readonly string[]; readonly topic: ArrayLike<number> },
): RowTopics {
  let present = 0;
  for (let row = 0; row < data.rows; row++) if (data.topic.codes[row] > 0) present++;
  if (present > 0 && present >= GIVEN_SHARE * data.rows) {
    return { topic: data.topic.codes, labels: data.topic.values, given: true };
  }
  const topic = new Uint32Array(data.rows);
  for (let row = 0; row < data.rows; row++) {
    const prompt = data.prompt[row];
    topic[row] = prompt === 0 ? 0 : (computed.topic[prompt - 1] ?? 0);
  }
  return { topic, labels: computed.labels, given: false };
}
