import type { Database } from '../case/database.ts';
import { columnOf, TIME_COLUMN } from '../requests/columns.ts';
import { readNumbers, readPrompts, readText } from '../requests/read-chunk.ts';
import { CodedColumn } from './coded-column.ts';
import type { Dataset } from './dataset.ts';
import type { PromptTexts } from './prompt-texts.ts';

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

/** The columns of a data set that say something of single requests, beside whose they are. */
export type RequestValues = Pick<
  Dataset,
  CodedName | NumberName | 'timeUs' | 'session' | 'prompt' | 'prompts'
>;

/** Those columns while they fill chunk by chunk, in any order of rows. */
export class RequestColumns {
  private readonly db: Database;
  private readonly texts: Pick<PromptTexts, 'codeOf' | 'count'>;
  private readonly timeUs: Float64Array;
  private readonly coded: Record<CodedName, CodedColumn>;
  private readonly numbers: Record<NumberName, Float32Array>;
  private readonly session: CodedColumn;
  private readonly prompt: Uint32Array;
  private readonly promptHash: CodedColumn;

  constructor(db: Database, rows: number, texts: Pick<PromptTexts, 'codeOf' | 'count'>) {
    this.db = db;
    this.texts = texts;
    this.timeUs = new Float64Array(rows);
    this.coded = byName(codedNames, () => new CodedColumn(rows));
    this.numbers = byName(numberNames, () => new Float32Array(rows));
    this.session = new CodedColumn(rows);
    this.prompt = new Uint32Array(rows);
    this.promptHash = new CodedColumn(rows);
  }

  /** Reads a chunk and puts its rows at `places`. */
  put(chunk: number, places: Uint32Array): void {
    const { db } = this;
    const numbers = (column: number) => readNumbers(db, chunk, column, places.length);
    const text = (field: Parameters<typeof columnOf>[0]) =>
      readText(db, chunk, columnOf(field).number, places.length);
    scatter(numbers(TIME_COLUMN), places, this.timeUs);
    for (const name of numberNames)
      scatter(numbers(columnOf(NUMBERS[name]).number), places, this.numbers[name]);
    for (const name of codedNames) this.coded[name].put(text(CODED[name]), places);
    this.session.put(text('session_id'), places);
    const hasAllTexts = this.putPrompts(chunk, places);
    if (!hasAllTexts) this.promptHash.put(text('prompt_hash'), places);
  }

  /** The columns. Codes of prompts that are known by hash alone come behind those of texts. */
  finish(): RequestValues {
    const { timeUs, prompt, texts } = this;
    let hashes = 0;
    if (this.promptHash.count > 0) {
      const { codes, values } = this.promptHash.finish();
      for (let i = 0; i < prompt.length; i++) {
        if (prompt[i] === 0 && codes[i] > 0) prompt[i] = texts.count + codes[i];
      }
      hashes = values.length;
    }
    return {
      timeUs,
      ...byName(codedNames, (name) => this.coded[name].finish()),
      ...this.numbers,
      session: this.session.finishCodes(),
      prompt,
      prompts: texts.count + hashes,
    };
  }

  /** Puts the codes of a chunk's prompt texts; false when some rows have none. */
  private putPrompts(chunk: number, places: Uint32Array): boolean {
    const found = readPrompts(this.db, chunk, places.length);
    if (!found || !('numbers' in found)) return false;
    let all = true;
    for (let i = 0; i < places.length; i++) {
      const code = Number.isNaN(found.numbers[i]) ? 0 : this.texts.codeOf[found.numbers[i]];
      this.prompt[places[i]] = code;
      if (code === 0) all = false;
    }
    return all;
  }
}

function byName<Name extends string, Value>(
  names: readonly Name[],
  of: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
}

function scatter(values: Float64Array, places: Uint32Array, into: Float64Array | Float32Array): void {
  for (let i = 0; i < values.length; i++) into[places[i]] = values[i];
}
