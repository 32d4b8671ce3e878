import type { RequestColumns } from '../../../shared/contract/timeline.ts';
import { isFailedStatus } from '../../../shared/status.ts';
import type { Database } from '../case/database.ts';
import { type AccountStretch, accountStretches } from '../requests/account-chunks.ts';
import { textValues } from '../requests/codec.ts';
import { columnOf, ROW_COLUMN } from '../requests/columns.ts';
import { readNumbers, readText } from '../requests/read-chunk.ts';

/** One row found in a stretch, before the columns are put together. */
interface Hit {
  readonly stretch: AccountStretch;
  readonly index: number;
  readonly us: number;
}

/**
 * An account's single requests in [fromUs, toUs) as columns, the earliest `limit` of them; rows that count a time or
 * stand for a conversation are left out.
 */
export function accountRequests(
  db: Database,
  accountId: number,
  fromUs: number,
  toUs: number,
  limit: number,
): RequestColumns {
  const hits: Hit[] = [];
  for (const stretch of accountStretches(db, accountId, true)) {
    for (let index = stretch.from; index < stretch.to; index++) {
      const us = stretch.timeUs[index];
      if (us >= fromUs && us < toUs) hits.push({ stretch, index, us });
    }
  }
  hits.sort((a, b) => a.us - b.us || a.stretch.chunk - b.stretch.chunk || a.index - b.index);
  const taken = hits.slice(0, limit);
  return { ...toColumns(db, taken), truncated: hits.length > limit };
}

function toColumns(db: Database, hits: readonly Hit[]): Omit<RequestColumns, 'truncated'> {
  const n = hits.length;
  const dictionary: string[] = [''];
  const codes = new Map<string, number>([['', 0]]);
  const codeOf = (text: string) => {
    let code = codes.get(text);
    if (code === undefined) {
      code = dictionary.push(text) - 1;
      codes.set(text, code);
    }
    return code;
  };
  const out = {
    timeUs: new Float64Array(n),
    inputTokens: new Float64Array(n),
    outputTokens: new Float64Array(n),
    latencyMs: new Float64Array(n),
    model: new Uint32Array(n),
    status: new Uint32Array(n),
    failed: new Uint8Array(n),
    source: new Uint16Array(n),
    row: new Uint32Array(n),
  };
  const chunks = new ChunkCache(db);
  const sources: string[] = [];
  const sourceIndex = new Map<number, number>();
  hits.forEach(({ stretch, index, us }, i) => {
    const chunk = chunks.get(stretch);
    out.timeUs[i] = us;
    out.row[i] = chunk.row[index];
    out.inputTokens[i] = chunk.inputTokens[index];
    out.outputTokens[i] = chunk.outputTokens[index];
    out.latencyMs[i] = chunk.latencyMs[index];
    out.model[i] = codeOf(chunk.model(index));
    const status = chunk.status(index);
    out.status[i] = codeOf(status);
    out.failed[i] = isFailedStatus(status) ? 1 : 0;
    let source = sourceIndex.get(stretch.sourceId);
    if (source === undefined) {
      source =
        sources.push(
          db.prepare('SELECT sha256 FROM source WHERE id = ?').pluck().get(stretch.sourceId) as string,
        ) - 1;
      sourceIndex.set(stretch.sourceId, source);
    }
    out.source[i] = source;
  });
  return { ...out, dictionary, sources };
}

/** Each chunk's columns are decoded once, when its first row is asked for. */
class ChunkCache {
  private readonly db: Database;
  private readonly chunks = new Map<number, ReturnType<ChunkCache['load']>>();

  constructor(db: Database) {
    this.db = db;
  }

  get(stretch: AccountStretch) {
    let chunk = this.chunks.get(stretch.chunk);
    if (!chunk) {
      chunk = this.load(stretch);
      this.chunks.set(stretch.chunk, chunk);
    }
    return chunk;
  }

  private load({ chunk, rows }: AccountStretch) {
    const numbers = (field: 'input_tokens' | 'output_tokens' | 'latency_ms') =>
      readNumbers(this.db, chunk, columnOf(field).number, rows);
    const texts = (field: 'model' | 'status') => {
      const column = readText(this.db, chunk, columnOf(field).number, rows);
      if (!column) return () => '';
      const values = textValues(column);
      return (index: number) => values[column.codes[index]] ?? '';
    };
    return {
      row: readNumbers(this.db, chunk, ROW_COLUMN, rows),
      inputTokens: numbers('input_tokens'),
      outputTokens: numbers('output_tokens'),
      latencyMs: numbers('latency_ms'),
      model: texts('model'),
      status: texts('status'),
    };
  }
}
