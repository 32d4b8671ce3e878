import type { Database } from '../case/database.ts';
import { ACCOUNT_COLUMN, columnOf, ROW_COLUMN, TIME_COLUMN } from '../requests/columns.ts';
import { readNumbers, readPrompts, readText } from '../requests/read-chunk.ts';
import { CodedColumn } from './coded-column.ts';
import type { Dataset } from './dataset.ts';
import type { PromptTexts } from './prompt-texts.ts';
import { sortRows } from './sort-rows.ts';

const CODED = {
  organization: 'organization_id',
  apiKey: 'api_key_id',
  ip: 'ip',
  asn: 'asn',
  country: 'country',
  userAgent: 'user_agent',
  headerFingerprint: 'header_fingerprint',
  device: 'device_id',
  endUser: 'end_user_id',
  model: 'model',
  endpoint: 'endpoint',
  status: 'status',
  stopReason: 'stop_reason',
  toolsHash: 'tools_hash',
  systemHash: 'system_hash',
  topic: 'topic',
} as const;
const NUMBERS = {
  inputTokens: 'input_tokens',
  outputTokens: 'output_tokens',
  latencyMs: 'latency_ms',
  temperature: 'temperature',
  maxTokens: 'max_tokens',
} as const;

type CodedName = keyof typeof CODED;
type NumberName = keyof typeof NUMBERS;
const codedNames = Object.keys(CODED) as CodedName[];
const numberNames = Object.keys(NUMBERS) as NumberName[];

interface Chunk {
  readonly id: number;
  readonly rows: number;
  /** Index into the sources. */
  readonly source: number;
}

/**
 * Reads all requests of published sources whose rows are single requests. Two cases with the same requests give
 * the same data set but for `source` and `sourceRow`, whatever the order of rows in files and of files.
 * @param texts of the same case: their codes come first among the prompts, those of mere hashes behind them.
 * @param onChunk hears after each chunk how many rows are read.
 */
export function readDataset(
  db: Database,
  texts: PromptTexts,
  onChunk: (rows: number) => void = () => {},
): Dataset {
  const accounts = readAccounts(db);
  const { sources, chunks } = readChunkList(db);
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0);
  const from = countRows(db, chunks, accounts.indexOf, accounts.names.length);

  const next = from.slice(0, -1);
  const account = new Uint32Array(rows);
  const timeUs = new Float64Array(rows);
  const source = new Uint16Array(rows);
  const sourceRow = new Uint32Array(rows);
  const coded = Object.fromEntries(codedNames.map((name) => [name, new CodedColumn(rows)])) as Record<
    CodedName,
    CodedColumn
  >;
  const session = new CodedColumn(rows);
  const promptHash = new CodedColumn(rows);
  const prompt = new Uint32Array(rows);
  const numbers = Object.fromEntries(
    numberNames.map((name) => [name, new Float32Array(rows).fill(Number.NaN)]),
  ) as Record<NumberName, Float32Array>;

  let done = 0;
  for (const chunk of chunks) {
    const { id } = chunk;
    const ids = readNumbers(db, id, ACCOUNT_COLUMN, chunk.rows);
    const places = new Uint32Array(chunk.rows);
    for (let i = 0; i < chunk.rows; i++) {
      const index = accounts.indexOf[ids[i]];
      places[i] = next[index]++;
      account[places[i]] = index;
      source[places[i]] = chunk.source;
    }
    scatter(readNumbers(db, id, TIME_COLUMN, chunk.rows), places, timeUs);
    scatter(readNumbers(db, id, ROW_COLUMN, chunk.rows), places, sourceRow);
    for (const name of numberNames) {
      scatter(readNumbers(db, id, columnOf(NUMBERS[name]).number, chunk.rows), places, numbers[name]);
    }
    const text = (field: Parameters<typeof columnOf>[0]) =>
      readText(db, id, columnOf(field).number, chunk.rows);
    for (const name of codedNames) coded[name].put(text(CODED[name]), places);
    session.put(text('session_id'), places);
    const hasAllTexts = putPrompts(db, id, places, texts, prompt);
    if (!hasAllTexts) promptHash.put(text('prompt_hash'), places);
    done += chunk.rows;
    onChunk(done);
  }

  const columns = Object.fromEntries(codedNames.map((name) => [name, coded[name].finish()])) as Record<
    CodedName,
    ReturnType<CodedColumn['finish']>
  >;
  const hashes = promptHash.finish();
  for (let i = 0; i < rows; i++) {
    if (prompt[i] === 0 && hashes.codes[i] > 0) prompt[i] = texts.count + hashes.codes[i];
  }
  const dataset: Dataset = {
    rows,
    accounts: accounts.names,
    from,
    account,
    timeUs,
    ...columns,
    ...numbers,
    session: session.codes,
    prompt,
    prompts: texts.count + hashes.values.length,
    source,
    sourceRow,
    sources,
  };
  sortRows(dataset);
  return dataset;
}

/** Puts the codes of a chunk's prompt texts; false when some rows have none. */
function putPrompts(
  db: Database,
  chunk: number,
  places: Uint32Array,
  texts: PromptTexts,
  into: Uint32Array,
): boolean {
  const found = readPrompts(db, chunk, places.length);
  if (!found || !('numbers' in found)) return false;
  let all = true;
  for (let i = 0; i < places.length; i++) {
    const code = Number.isNaN(found.numbers[i]) ? 0 : texts.codeOf[found.numbers[i]];
    into[places[i]] = code;
    if (code === 0) all = false;
  }
  return all;
}

function readAccounts(db: Database): { names: string[]; indexOf: Uint32Array } {
  const rows = db.prepare('SELECT id, external_id FROM account').raw().all() as [number, string][];
  rows.sort((one, other) => (one[1] < other[1] ? -1 : 1));
  const indexOf = new Uint32Array(1 + rows.reduce((most, [id]) => Math.max(most, id), 0));
  rows.forEach(([id], index) => {
    indexOf[id] = index;
  });
  return { names: rows.map(([, name]) => name), indexOf };
}

function readChunkList(db: Database): { sources: string[]; chunks: Chunk[] } {
  const sources = db
    .prepare("SELECT id, sha256 FROM source WHERE published = 1 AND grain = 'request' ORDER BY sha256")
    .raw()
    .all() as [number, string][];
  const list = db.prepare('SELECT id, rows FROM request_chunk WHERE source_id = ? ORDER BY id').raw();
  return {
    sources: sources.map(([, sha256]) => sha256),
    chunks: sources.flatMap(([sourceId], source) =>
      (list.all(sourceId) as [number, number][]).map(([id, rows]) => ({ id, rows, source })),
    ),
  };
}

/** Where each account's rows begin; one number longer than the accounts. */
function countRows(
  db: Database,
  chunks: readonly Chunk[],
  indexOf: Uint32Array,
  accounts: number,
): Uint32Array {
  const from = new Uint32Array(accounts + 1);
  for (const { id, rows } of chunks) {
    for (const account of readNumbers(db, id, ACCOUNT_COLUMN, rows)) from[indexOf[account] + 1]++;
  }
  for (let a = 0; a < accounts; a++) from[a + 1] += from[a];
  return from;
}

function scatter(
  values: Float64Array,
  places: Uint32Array,
  into: Float64Array | Float32Array | Uint32Array,
): void {
  for (let i = 0; i < values.length; i++) into[places[i]] = values[i];
}
