import { VALUE_FIELDS, type ValueField } from '../../../shared/contract/accounts.ts';
import { countable } from '../requests/activity-writer.ts';
import { columnOf } from '../requests/columns.ts';
import { NumberWriter } from '../requests/packed-numbers.ts';
import { eachValue } from '../requests/value-codec.ts';
import { leastAccount } from './least-account.ts';
import type { Run } from './run.ts';
import { MOST_VALUE_BYTES, MOST_VALUES, OTHER_VALUES, SourceValues } from './source-values.ts';
import { ValueSums } from './value-sums.ts';

/** What the rows of a run count, each indexed by row. */
export interface CountedRows {
  /** How many requests each row stands for; undefined where it is one each. */
  readonly requests: Float64Array | undefined;
  readonly input: Float64Array | undefined;
  readonly output: Float64Array | undefined;
  /** The largest token count to believe; without it, that of a single request. */
  readonly mostTokens: number | undefined;
}

/** A value of a field over all accounts; `value` is null for all values together that are not told apart. */
export interface SourceValueSum {
  readonly field: ValueField;
  readonly number: number;
  readonly value: string | null;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Packed counts of accounts, one behind the other, by ascending account; `ends[i]` is where those of the i-th end. */
interface CountLog {
  readonly accounts: Uint32Array;
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
}

interface CountedField {
  readonly field: ValueField;
  readonly column: number;
  readonly values: SourceValues;
  /** Of the account at hand. */
  readonly own: ValueSums;
  readonly total: ValueSums;
}

const PLURALS: Readonly<Record<ValueField, string>> = {
  model: 'models',
  topic: 'topics',
  status: 'statuses',
  endpoint: 'endpoints',
};

/** Logs of this size together are made one, so that memory depends on accounts and values, not on rows. */
const LOG_BYTES = 8 << 20;

/**
 * Requests and tokens of each account by model, topic, status and endpoint, counted while rows pass: each run is
 * packed account by account as it comes, and the runs are merged at the end.
 */
export class ValueCounts {
  private readonly fields: readonly CountedField[];
  /** Sums of the account at hand by column number. */
  private readonly ownByColumn: ValueSums[] = [];
  private readonly logBytes: number;
  private readonly log = new LogWriter();
  private logs: CountLog[] = [];
  /** Bytes of the logs since they were last made one, and of that one. */
  private newBytes = 0;
  private mergedBytes = 0;

  /**
   * @param seed of the hashes that values are told apart by.
   * @param mostValues that are told apart in a field.
   */
  constructor(seed: readonly [number, number], mostValues = MOST_VALUES, logBytes = LOG_BYTES) {
    this.logBytes = logBytes;
    this.fields = VALUE_FIELDS.map((field) => ({
      field,
      column: columnOf(field).number,
      values: new SourceValues(seed, mostValues),
      own: new ValueSums(mostValues + 1),
      total: new ValueSums(mostValues + 1),
    }));
    for (const { column, own } of this.fields) this.ownByColumn[column] = own;
  }

  /**
   * Adds a run.
   * @param order rows by ascending account.
   * @param accountOf id in the case of a row's account.
   */
  addRun(run: Run, order: Uint32Array, accountOf: (row: number) => number, rows: CountedRows): void {
    const present = this.fields.flatMap((field) => {
      const text = run.texts.find(({ number }) => number === field.column);
      return text ? [{ ...field, codes: text.codes, numbers: field.values.numbersOf(text) }] : [];
    });
    if (present.length === 0) return;
    const counted = {
      requests: inOrder(order, rows.requests, Number.MAX_SAFE_INTEGER),
      input: inOrder(order, rows.input, rows.mostTokens),
      output: inOrder(order, rows.output, rows.mostTokens),
    };
    const { log } = this;
    for (let from = 0; from < order.length; ) {
      const account = accountOf(order[from]);
      let to = from + 1;
      while (to < order.length && accountOf(order[to]) === account) to++;
      for (const { column, codes, numbers, own, total } of present) {
        addRows(own, order, from, to, codes, numbers, counted);
        own.moveTo(log.numbers, column, total);
      }
      log.end(account);
      from = to;
    }
    const added = log.take();
    this.logs.push(added);
    this.newBytes += added.bytes.length;
    if (this.newBytes > Math.max(this.logBytes, this.mergedBytes)) this.mergeLogs();
  }

  /** Each account that has values once, ascending, with its packed counts over all runs. */
  *merged(): Generator<readonly [account: number, counts: Uint8Array]> {
    const next = new Uint32Array(this.logs.length);
    const writer = new NumberWriter();
    for (;;) {
      const account = leastAccount(this.logs, next);
      if (account === Number.POSITIVE_INFINITY) return;
      let parts = 0;
      let last = 0;
      for (let l = 0; l < this.logs.length; l++) {
        const { accounts } = this.logs[l];
        if (accounts[next[l]] !== account) continue;
        // One part alone is as it should be already.
        if (parts === 1) this.unpackPart(last, next[last] - 1);
        if (parts >= 1) this.unpackPart(l, next[l]);
        parts++;
        last = l;
        next[l]++;
      }
      if (parts === 1) {
        const { ends, bytes } = this.logs[last];
        const at = next[last] - 1;
        yield [account, bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at])];
      } else {
        for (const { own, column } of this.fields) own.moveTo(writer, column);
        yield [account, writer.take()];
      }
    }
  }

  /** Every value that turned up with its sums over all accounts, in order of field and number. */
  *totals(): Generator<SourceValueSum> {
    for (const { field, values, total } of this.fields) {
      for (const number of total.used.slice(0, total.count).sort()) {
        yield {
          field,
          number,
          value: number === OTHER_VALUES ? null : values.text(number),
          requests: total.requests[number],
          inputTokens: total.input[number],
          outputTokens: total.output[number],
        };
      }
    }
  }

  /** What was not told apart, a sentence a field. */
  notes(): readonly string[] {
    return this.fields.flatMap(({ field, values, total }) => {
      const requests = total.requests[OTHER_VALUES];
      if (!total.has(OTHER_VALUES)) return [];
      const count = requests.toLocaleString('en');
      return values.isFull
        ? [
            `More than ${MOST_VALUES.toLocaleString('en')} distinct ${PLURALS[field]}: ${count} requests with further ones, or longer than ${MOST_VALUE_BYTES.toLocaleString('en')} bytes, are counted together.`,
          ]
        : [
            `${count} requests with ${PLURALS[field]} longer than ${MOST_VALUE_BYTES.toLocaleString('en')} bytes are counted together.`,
          ];
    });
  }

  private mergeLogs(): void {
    const { log } = this;
    for (const [account, counts] of this.merged()) {
      log.numbers.append(counts);
      log.end(account);
    }
    this.logs = [log.take()];
    this.mergedBytes = this.logs[0].bytes.length;
    this.newBytes = 0;
  }

  /** Adds one account's counts in a log to the sums at hand. */
  private unpackPart(log: number, at: number): void {
    const { ends, bytes } = this.logs[log];
    eachValue(bytes, this.addOwn, at === 0 ? 0 : ends[at - 1], ends[at]);
  }

  private readonly addOwn = (
    column: number,
    value: number,
    requests: number,
    input: number,
    output: number,
  ) => {
    this.ownByColumn[column].add(value, requests, input, output);
  };
}

/** Counts by place in the order of rows. */
interface OrderedCounts {
  readonly requests: Float64Array | undefined;
  readonly input: Float64Array | undefined;
  readonly output: Float64Array | undefined;
}

/** Adds one account's stretch of the order to its sums; a function of its own, so that it is compiled at once. */
function addRows(
  sums: ValueSums,
  order: Uint32Array,
  from: number,
  to: number,
  codes: Uint32Array,
  numbers: Uint32Array,
  { requests, input, output }: OrderedCounts,
): void {
  for (let i = from; i < to; ) {
    const code = codes[order[i]];
    const start = i;
    let requestSum = 0;
    let inputSum = 0;
    let outputSum = 0;
    // Rows mostly repeat the value of the row before.
    for (; i < to && codes[order[i]] === code; i++) {
      if (requests) requestSum += requests[i];
      if (input) inputSum += input[i];
      if (output) outputSum += output[i];
    }
    if (code !== 0) sums.add(numbers[code], requests ? requestSum : i - start, inputSum, outputSum);
  }
}

/** Values in the given order of rows, as counts that can be added up. */
function inOrder(
  order: Uint32Array,
  values: Float64Array | undefined,
  most?: number,
): Float64Array | undefined {
  if (!values) return undefined;
  const counts = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) counts[i] = countable(values[order[i]], most);
  return counts;
}

/** Used again for each log, so that its bytes need not grow anew. */
class LogWriter {
  readonly numbers = new NumberWriter();
  private accounts: number[] = [];
  private ends: number[] = [];

  /** What was put since the account before belongs to this one; an account without anything is left out. */
  end(account: number): void {
    if (this.numbers.length === (this.ends.at(-1) ?? 0)) return;
    this.accounts.push(account);
    this.ends.push(this.numbers.length);
  }

  /** What was written, and the writer empty again. */
  take(): CountLog {
    const log = {
      accounts: Uint32Array.from(this.accounts),
      ends: Uint32Array.from(this.ends),
      bytes: this.numbers.take(),
    };
    this.accounts = [];
    this.ends = [];
    return log;
  }
}
