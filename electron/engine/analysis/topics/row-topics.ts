import type { Progress } from '../../../../shared/contract/protocol.ts';
import type { Codes, Dataset } from '../dataset.ts';
import type { PromptTexts } from '../prompt-texts.ts';
import { findTopics } from './topic-finder.ts';

/** Topics given for this share of requests are taken as the case's topics. */
const GIVEN_SHARE = 0.5;
const REPORT_TEXTS = 10_000;

/** What each request is about, for whatever counts by topics. */
export interface RowTopics {
  /** Topic of each row of the data set, 1-based index into `labels`; 0 for none. */
  readonly topic: Codes;
  readonly labels: readonly string[];
  /** In the data, from the words of the prompts, or not to be had. */
  readonly source: 'given' | 'computed' | 'none';
}

/**
 * The topics to count by: those given in the data, as they are, when most requests carry one, else topics computed
 * from the prompt texts. Never both, for a share of one kind cannot be compared with a share of the other. Computed
 * ones depend on the texts alone, which come in the order of their hashes. Reads each text once, and a sample twice.
 */
export function rowTopics(
  data: Pick<Dataset, 'rows' | 'prompt' | 'topic'>,
  texts: Pick<PromptTexts, 'count' | 'text'>,
  progress: (done: Progress) => void = () => {},
): RowTopics {
  const { codes, values } = data.topic;
  let given = 0;
  for (let row = 0; row < data.rows; row++) if (codes[row] > 0) given++;
  if (given > 0 && given >= GIVEN_SHARE * data.rows) return { topic: codes, labels: values, source: 'given' };

  const { topics, topic: topicOf } = findTopics(texts, (done) => {
    if (done % REPORT_TEXTS === 0) progress({ stage: 'topics', done, total: texts.count, unit: 'texts' });
  });
  const topic = new Uint32Array(data.rows);
  let known = false;
  for (let row = 0; row < data.rows; row++) {
    const prompt = data.prompt[row];
    if (prompt === 0 || prompt > texts.count) continue;
    topic[row] = topicOf[prompt - 1];
    if (topic[row] > 0) known = true;
  }
  return known
    ? { topic, labels: topics.map(({ label }) => label), source: 'computed' }
    : { topic, labels: [], source: 'none' };
}
