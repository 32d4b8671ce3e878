import type { FollowedTemplate, RequestColumns } from '../../../shared/contract/timeline.ts';
import { isFailedStatus } from '../../../shared/status.ts';
import { followedReader, followedState, keptIds } from '../analysis/read-followed.ts';
import { FIRST_KEPT, UNKEPT } from '../analysis/templates/followed.ts';
import type { Database } from '../case/database.ts';
import type { RowMatch } from '../filters/match-rows.ts';
import { type AccountStretch, accountStretches } from '../requests/account-chunks.ts';
import { textValues } from '../requests/codec.ts';
import { columnOf, ROW_COLUMN } from '../requests/columns.ts';
import { readNumbers, readText } from '../requests/read-chunk.ts';

/** One row found in a stretch, before the columns are put together. */
interface Hit {
  readonly stretch: AccountStretch;
  readonly index: number;
  readonly us: number;
  readonly matches: boolean;
}

/**
 * An account's single requests in [fromUs, toUs) as columns, the earliest `limit` of them; rows that count a time or
 * stand for a conversation are left out.
 * @param matchIn tells which rows of a stretch a filter leaves, where one is asked with.
 * @param others whether those that it does not leave are among the columns too.
 */
export function accountRequests(
  db: Database,
  accountId: number,
  fromUs: number,
  toUs: number,
  limit: number,
  matchIn?: (stretch: AccountStretch) => RowMatch,
  others = false,
): RequestColumns {
  const hits: Hit[] = [];
  for (const stretch of accountStretches(db, accountId, true)) {
    let meets: RowMatch | undefined;
    for (let index = stretch.from; index < stretch.to; index++) {
      const us = stretch.timeUs[index];
      if (!(us >= fromUs && us < toUs)) continue;
      // Columns are read only of chunks with a row in the range.
      meets ??= matchIn?.(stretch);
      const matches = meets?.(index) ?? true;
      if (matches || others) hits.push({ stretch, index, us, matches });
    }
  }
  hits.sort((a, b) => a.us - b.us || a.stretch.chunk - b.stretch.chunk || a.index - b.index);
  const taken = hits.slice(0, limit);
  const matches = matchIn ? Uint8Array.from(taken, (hit) => (hit.matches ? 1 : 0)) : null;
  return { ...toColumns(db, taken), matches, truncated: hits.length > limit };
}

function toColumns(db: Database, hits: readonly Hit[]): Omit<RequestColumns, 'matches' | 'truncated'> {
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
    template: new Uint16Array(n),
  };
  const templates = new TemplateList(db);
  const chunks = new ChunkCache(db);
  const sources: string[] = [];
  const sourceIndex = new Map<number, number>();
  hits.forEach(({ stretch, index, us }, i) => {
    const chunk = chunks.get(stretch);
    out.timeUs[i] = us;
    out.row[i] = chunk.row[index];
    out.template[i] = templates.indexOf(chunk.followed?.[index]);
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
  return { ...out, templates: templates.all(), dictionary, sources };
}

/** The templates of some requests, each once, by what the analysis numbered them. */
class TemplateList {
  private readonly isKept: boolean;
  private readonly ids: readonly string[];
  private readonly list: FollowedTemplate[] = [];
  private readonly places = new Map<number | undefined, number>();

  constructor(db: Database) {
    this.isKept = followedState(db) === 'kept';
    this.ids = this.isKept ? keptIds(db) : [];
  }

  /** @param followed undefined for a request that no analysis has seen */
  indexOf(followed: number | undefined): number {
    let place = this.places.get(followed);
    if (place === undefined) {
      place = this.list.push(this.followedBy(followed)) - 1;
      this.places.set(followed, place);
    }
    return place;
  }

  all(): readonly FollowedTemplate[] | null {
    return this.isKept ? this.list : null;
  }

  private followedBy(followed: number | undefined): FollowedTemplate {
    if (followed === undefined) return { kind: 'unseen' };
    if (followed >= FIRST_KEPT) return { kind: 'kept', id: this.ids[followed - FIRST_KEPT] };
    return { kind: followed === UNKEPT ? 'unkept' : 'none' };
  }
}

/** Each chunk's columns are decoded once, when its first row is asked for. */
class ChunkCache {
  private readonly db: Database;
  private readonly followedOf: ReturnType<typeof followedReader>;
  private readonly chunks = new Map<number, ReturnType<ChunkCache['load']>>();

  constructor(db: Database) {
    this.db = db;
    this.followedOf = followedReader(db);
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
      followed: this.followedOf(chunk, rows),
    };
  }
}
