import type { Database } from '../case/database.ts';
import { columnOf } from '../requests/columns.ts';
import { eachValue } from '../requests/value-codec.ts';

/** Requests of one account by topic: number of the topic (see TopicReader.topics) to requests. */
export interface TopicCounts {
  readonly of: ReadonlyMap<number, number>;
  /** All that state a topic told apart. */
  readonly requests: number;
  /** With a topic that is not told apart. */
  readonly other: number;
}

/** Topics of accounts, by whichever requests count. */
export interface Topics {
  /** Topics by number. */
  readonly topics: readonly string[];
  /** @param account its id in the case. */
  read(account: number): TopicCounts;
}

const TOPIC = columnOf('topic').number;

/** Reads topics of accounts from their roll-ups; topics spelt the same are one, whichever sources they come from. */
export class TopicReader implements Topics {
  readonly topics: string[] = [];
  private readonly numberOf = new Map<number, Int32Array>();
  private readonly packed: ReturnType<Database['prepare']>;

  constructor(db: Database) {
    const numbers = new Map<string, number>();
    const rows = db
      .prepare(
        `SELECT source_id, number, value FROM source_value
         WHERE field = 'topic' AND source_id IN (SELECT id FROM source WHERE published = 1)
         ORDER BY source_id, number DESC`,
      )
      .raw()
      .iterate() as Iterable<[number, number, string | null]>;
    for (const [source, at, value] of rows) {
      let own = this.numberOf.get(source);
      // The greatest number of a source comes first.
      if (!own) {
        own = new Int32Array(at + 1).fill(-1);
        this.numberOf.set(source, own);
      }
      if (value === null) continue;
      let number = numbers.get(value);
      if (number === undefined) {
        number = this.topics.push(value) - 1;
        numbers.set(value, number);
      }
      own[at] = number;
    }
    this.packed = db.prepare('SELECT source_id, counts FROM account_value WHERE account_id = ?').raw();
  }

  /** Costs as much as the account has values. */
  read(account: number): TopicCounts {
    const of = new Map<number, number>();
    let sum = 0;
    let other = 0;
    for (const [source, counts] of this.packed.all(account) as [number, Uint8Array][]) {
      const numbers = this.numberOf.get(source);
      if (!numbers) continue;
      eachValue(counts, (column, value, requests) => {
        if (column !== TOPIC) return;
        const topic = numbers[value];
        if (topic < 0) {
          other += requests;
          return;
        }
        of.set(topic, (of.get(topic) ?? 0) + requests);
        sum += requests;
      });
    }
    return { of, requests: sum, other };
  }
}
