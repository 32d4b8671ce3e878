import { REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import type { TopicCounts, Topics } from './topic-reader.ts';

const TOPIC = REQUEST_FIELDS.indexOf('topic');
/** Longer topics are not told apart, as in the roll-ups. */
const MOST_TOPIC_LENGTH = 1000;

/**
 * Topics of the requests that meet a filter's conditions on requests and its time, from the cells in memory. Conditions
 * on accounts are left aside: cohorts are counted by the same requests.
 */
export class MatchingTopics implements Topics {
  readonly topics: readonly string[];
  private readonly valueNumbers: Uint32Array;
  private readonly each: ReturnType<MatchingRequests['inTime']>;

  constructor(left: MatchingRequests) {
    const { index } = left.answer.data;
    const values = index.values[TOPIC];
    this.valueNumbers = index.valueNumbers;
    this.each = left.inTime(left.answer.range);
    this.topics = Array.from({ length: values.count }, (_, number) => values.text(number) ?? '');
  }

  read(account: number): TopicCounts {
    const of = new Map<number, number>();
    let sum = 0;
    let other = 0;
    this.each(account, (combination, requests) => {
      const topic = this.valueNumbers[combination * REQUEST_FIELDS.length + TOPIC];
      if (topic === 0) return;
      if (this.topics[topic].length > MOST_TOPIC_LENGTH) {
        other += requests;
        return;
      }
      of.set(topic, (of.get(topic) ?? 0) + requests);
      sum += requests;
    });
    return { of, requests: sum, other };
  }

  /** All of an account that match, with or without a topic. */
  requests(account: number): number {
    let sum = 0;
    this.each(account, (_, requests) => {
      sum += requests;
    });
    return sum;
  }
}
