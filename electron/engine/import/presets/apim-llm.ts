import { Fields, has } from './fields.ts';
import type { Json, JsonObject } from './json-value.ts';
import { parseNested } from './json-value.ts';
import { messageFields } from './messages.ts';
import {
  accountRule,
  MESSAGE_RULE,
  NOT_NAMED,
  type Place,
  type Preset,
  type PresetRow,
  type Taking,
} from './preset.ts';
import { isoTime } from './times.ts';
import { numberText, wholeNumber } from './units.ts';

/** So many requests wait for more parts; the one that has waited longest is given up for the next. */
const WAITING_REQUESTS = 10_000;
/** What is kept of a waiting row as it stands in the file. */
const WAITING_RAW = 2000;
const WAITING_TEXT = 64 * 1024 * 1024;

const p = (name: string) => [
  name,
  `properties.${name}`,
  `properties.${name[0].toLowerCase()}${name.slice(1)}`,
];
const ID = [...p('CorrelationId'), 'correlationId'];

export const preset: Preset = {
  id: 'apim-llm',
  title: 'Azure API Management language model log',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'model',
    'endpoint',
    'input_tokens',
    'output_tokens',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule(
      'the user id',
      'the API Management subscription',
      'the Azure subscription',
      'the Azure resource',
    ),
    'Rows with the same correlation id are one request: their messages are put together in the order of SequenceNumber, and tokens are counted once.',
    'Input tokens: PromptTokens as given; the log does not say which of them came from a cache.',
    'Times are UTC. Of a date that could be read with day or month first, the time is left out.',
    MESSAGE_RULE,
  ],
  nothing: 'No request was found in this API Management log.',
  recognises: (record) =>
    has(record, ...ID) &&
    has(record, ...p('SequenceNumber')) &&
    has(record, ...p('RequestMessages'), ...p('PromptTokens'), ...p('ModelName')),
  start: () => new Reassembly(),
};

/** One row of the log. */
interface Part {
  readonly order: number;
  readonly fields: Fields;
  readonly messages: string | Json | undefined;
  readonly place: Place;
}

class Reassembly {
  private readonly waiting = new Map<string, Part[]>();
  private size = 0;
  private together = 0;
  private givenUp = 0;

  *take(record: JsonObject, taking: Taking): Generator<PresetRow> {
    const fields = new Fields(record);
    const id = fields.peek(...ID);
    const messages = fields.raw(...p('RequestMessages')) ?? fields.nested(...p('RequestMessages'));
    fields.drop(...p('RequestMessages'), ...p('ResponseMessages'));
    const order = wholeNumber(fields.text(...p('SequenceNumber'))) ?? 0;
    const { line, raw } = taking.place();
    const part = { order, fields, messages, place: { line, raw: raw.slice(0, WAITING_RAW) } };
    if (id === undefined) {
      yield requestOf([part]);
      return;
    }
    const parts = this.waiting.get(id);
    if (parts) parts.push(part);
    else this.waiting.set(id, [part]);
    this.size += textSize(part);
    while (this.waiting.size > WAITING_REQUESTS || (this.size > WAITING_TEXT && this.waiting.size > 1)) {
      this.givenUp++;
      yield this.release(this.waiting.keys().next().value as string);
    }
  }

  *finish(): Generator<PresetRow> {
    for (const id of [...this.waiting.keys()]) yield this.release(id);
  }

  notes(): readonly string[] {
    const notes: string[] = [];
    if (this.together > 0) {
      notes.push(
        this.together === 1
          ? '1 request was put together from several rows.'
          : `${this.together.toLocaleString('en')} requests were put together from several rows.`,
      );
    }
    if (this.givenUp > 0)
      notes.push(
        `Rows of one request were waited for over ${WAITING_REQUESTS.toLocaleString('en')} other requests or 64 MB; parts that came later are conflicts with their request and are listed among the rows not stored.`,
      );
    return notes;
  }

  private release(id: string): PresetRow {
    const parts = this.waiting.get(id) as Part[];
    this.waiting.delete(id);
    for (const part of parts) this.size -= textSize(part);
    if (parts.length > 1) this.together++;
    return requestOf(parts);
  }
}

const textSize = ({ messages }: Part) => (typeof messages === 'string' ? messages.length : 0) + WAITING_RAW;

function requestOf(unordered: readonly Part[]): PresetRow {
  const parts = unordered.toSorted((a, b) => a.order - b.order);
  const first = (...paths: readonly string[]) => {
    let found: string | undefined;
    // All parts are asked, so that what one gives does not stay among the extra fields of another.
    for (const { fields } of parts) found = found ?? fields.text(...paths);
    return found;
  };
  const most = (name: string) =>
    parts.reduce<number | undefined>((best, { fields }) => {
      const value = wholeNumber(fields.text(...p(name)));
      return value === undefined ? best : Math.max(value, best ?? 0);
    }, undefined);
  const raw = parts[0].fields.peek('TimeGenerated [UTC]');
  const time = parts[0].fields.text('TimeGenerated', 'time') ?? raw;
  const values = {
    timestamp: isoTime(time),
    account_id:
      first(...p('UserId')) ??
      first(...p('ApimSubscriptionId')) ??
      first('_SubscriptionId') ??
      first('_ResourceId', 'resourceId') ??
      NOT_NAMED,
    request_id: first(...ID),
    model: first(...p('ModelName'), ...p('DeploymentName')),
    endpoint: first(...p('OperationName')),
    input_tokens: numberText(most('PromptTokens')),
    output_tokens: numberText(most('CompletionTokens')),
    ...messageFields(joined(parts)),
  };
  return { fields: values, extra: parts[0].fields.rest(), place: parts[0].place };
}

/** Messages of all parts: their texts are pieces of one JSON text, or each is one. */
function joined(parts: readonly Part[]): Json | undefined {
  const texts = parts.map(({ messages }) => messages);
  if (texts.every((text) => typeof text === 'string')) {
    const whole = parseNested(texts.join(''));
    if (whole !== undefined) return whole;
  }
  const lists = texts.flatMap((text) => {
    const value = typeof text === 'string' ? parseNested(text) : text;
    return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  });
  return lists.length > 0 ? lists : undefined;
}
