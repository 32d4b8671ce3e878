import type { AccountContent } from '../../../shared/contract/coverage.ts';
import { mustFindAccount, totalsOf } from '../accounts/totals.ts';
import { CAPABILITIES } from '../analysis/content/capability-rules.ts';
import { classifyCapability } from '../analysis/content/classify-capability.ts';
import { Scanner } from '../analysis/templates/scanner.ts';
import type { Database } from '../case/database.ts';
import type { MatchingRequests } from '../filters/matching-requests.ts';
import { type Job, pacer } from '../jobs/job.ts';
import { accountStretches } from '../requests/account-chunks.ts';
import { readPrompts } from '../requests/read-chunk.ts';
import { TextReader } from '../texts/text-reader.ts';
import { topicsOfChunk, ValueNumbers } from './row-values.ts';

const MOST_REQUESTS = 50_000;
/** No text of the prompt is known. */
const UNKNOWN = -1;

/**
 * Capability and topic of an account's requests that a filter leaves; capabilities by the rules of signal S3 from the words of each prompt,
 * each text classified once. No text leaves this function. @throws StillwatchError NOT_FOUND, CANCELLED
 */
export async function readContent(
  db: Database,
  account: string,
  job: Job,
  left?: MatchingRequests,
): Promise<AccountContent> {
  const pause = pacer(job);
  const id = mustFindAccount(db, account);
  const texts = new TextReader(db);
  const scanner = new Scanner();
  const known = new Map<number, number>();
  const numbers = new ValueNumbers();
  const classes = new Map<number, Map<number, number>>();
  const ofRequests = totalsOf(db, id)?.requests ?? 0;
  let requests = 0;
  const matchIn = left?.rows(db, id);
  for (const stretch of accountStretches(db, id, true)) {
    const { chunk, rows, from, to } = stretch;
    const meets = matchIn?.(stretch);
    const topicAt = topicsOfChunk(db, chunk, rows, numbers);
    const prompts = readPrompts(db, chunk, rows);
    for (let index = from; index < to && requests < MOST_REQUESTS; index++) {
      if (meets && !meets(index)) continue;
      requests++;
      const number = prompts && 'numbers' in prompts ? prompts.numbers[index] : Number.NaN;
      const capability = capabilityOf(number);
      let topics = classes.get(capability);
      if (!topics) {
        topics = new Map();
        classes.set(capability, topics);
      }
      const topic = topicAt(index);
      topics.set(topic, (topics.get(topic) ?? 0) + 1);
      if (requests % 100 === 0) await pause({ stage: 'reading prompts', done: requests, unit: 'rows' });
    }
  }
  return {
    classes: [...classes]
      .map(([capability, topics]) => ({
        capability: capability === UNKNOWN ? null : CAPABILITIES[capability],
        requests: [...topics.values()].reduce((sum, more) => sum + more, 0),
        topics: [...topics]
          .map(([topic, more]) => ({ topic: topic < 0 ? null : numbers.values[topic], requests: more }))
          .sort((a, b) => b.requests - a.requests || ((a.topic ?? '') < (b.topic ?? '') ? -1 : 1)),
      }))
      .sort((a, b) => b.requests - a.requests || ((a.capability ?? '') < (b.capability ?? '') ? -1 : 1)),
    requests,
    ofRequests,
  };

  function capabilityOf(number: number): number {
    if (Number.isNaN(number)) return UNKNOWN;
    const classified = known.get(number);
    if (classified !== undefined) return classified;
    const text = texts.text(number);
    let capability = UNKNOWN;
    if (text) {
      scanner.scan(text);
      capability = classifyCapability(scanner);
    }
    known.set(number, capability);
    return capability;
  }
}
