import { Fields } from './fields.ts';
import { isObject, type Json, type JsonObject } from './json-value.ts';
import { messageFields } from './messages.ts';
import { isGenAi, isTelemetry, type Telemetry, telemetryOf } from './otlp.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset, type PresetRow } from './preset.ts';
import { isoTime, msBetween } from './times.ts';
import { numberText, uncached, wholeNumber } from './units.ts';

/** Operations that hold model calls instead of being one: their tokens are counted in those. */
const NO_MODEL_CALL = new Set(['execute_tool', 'invoke_agent', 'create_agent', 'invoke_workflow']);
const START = [
  'startTimeUnixNano',
  'start_time_unix_nano',
  'startTime',
  'start_time',
  'timeUnixNano',
  'time_unix_nano',
  'observedTimeUnixNano',
  'timestamp',
];
const END = ['endTimeUnixNano', 'end_time_unix_nano', 'endTime', 'end_time'];

export const preset: Preset = {
  id: 'otel-genai',
  title: 'OpenTelemetry GenAI spans and events',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'api_key_id',
    'session_id',
    'ip',
    'country',
    'user_agent',
    'end_user_id',
    'model',
    'endpoint',
    'status',
    'stop_reason',
    'input_tokens',
    'output_tokens',
    'cache_read_tokens',
    'cache_write_tokens',
    'latency_ms',
    'temperature',
    'max_tokens',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule('user.id', 'enduser.id', 'the API key id'),
    'A request is a span or an inference event with gen_ai attributes; spans of tools and agents, and events of single messages, are passed over, because their tokens are counted in the model calls.',
    'Input tokens: gen_ai.usage.input_tokens (earlier prompt_tokens) includes cached ones; cache reads and writes are taken off and kept apart.',
    'Time: the start of the span to the microsecond; the nanoseconds are kept as written.',
    MESSAGE_RULE,
  ],
  nothing:
    'This file holds OpenTelemetry data, but no span or event with GenAI attributes (gen_ai.*), so no request to a model is in it.',
  recognises: isTelemetry,
  start: eachRecord(function* (record, taking) {
    for (const item of telemetryOf(record)) {
      const why = passedOver(item);
      if (why) taking.skip(...why);
      else yield rowOf(item);
    }
  }),
};

function passedOver({ kind, record, attributes }: Telemetry): readonly [string, string] | undefined {
  if (![...Object.keys(attributes), ...Object.keys(record)].some(isGenAi) && !isObject(record.gen_ai)) {
    return kind === 'log'
      ? [
          'log record without GenAI attributes was passed over',
          'log records without GenAI attributes were passed over',
        ]
      : ['span without GenAI attributes was passed over', 'spans without GenAI attributes were passed over'];
  }
  const fields = new Fields({ ...record, ...attributes });
  if (NO_MODEL_CALL.has(fields.peek('gen_ai.operation.name') ?? ''))
    return ['span of a tool or an agent was passed over', 'spans of tools or agents were passed over'];
  const event = fields.peek('eventName', 'event_name', 'event.name') ?? '';
  if (kind === 'log' && /^gen_ai\.(\w+\.message|choice)$/.test(event))
    return ['event of a single message was passed over', 'events of single messages were passed over'];
  return undefined;
}

function rowOf({ record, attributes }: Telemetry): PresetRow {
  const fields = new Fields({ ...record, ...attributes });
  const [start, end] = [fields.peek(...START), fields.peek(...END)];
  const trace = [fields.peek('traceId', 'trace_id'), fields.peek('spanId', 'span_id')];
  const read = wholeNumber(
    fields.text('gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.cache_read_input_tokens'),
  );
  const write = wholeNumber(
    fields.text('gen_ai.usage.cache_creation.input_tokens', 'gen_ai.usage.cache_creation_input_tokens'),
  );
  const input = wholeNumber(fields.text('gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'));
  const endUser = fields.text('enduser.id', 'enduser.pseudo.id');
  const key = fields.text('api_key.id', 'gen_ai.request.api_key_id', 'api_key_id');
  const values = {
    timestamp: isoTime(start),
    account_id: fields.text('user.id', 'user_id', 'gen_ai.request.user') ?? endUser ?? key ?? NOT_NAMED,
    request_id: fields.text('gen_ai.response.id') ?? (trace.every(Boolean) ? trace.join('/') : undefined),
    api_key_id: key,
    session_id: fields.text('gen_ai.conversation.id', 'session.id'),
    ip: fields.text('client.address', 'http.client_ip', 'client.socket.address'),
    country: fields.text('client.geo.country_iso_code', 'geo.country_iso_code', 'geo.country.iso_code'),
    user_agent: fields.text('user_agent.original', 'http.user_agent'),
    end_user_id: endUser,
    model: fields.text('gen_ai.request.model', 'gen_ai.response.model'),
    endpoint: fields.text('gen_ai.operation.name'),
    status: statusOf(fields),
    stop_reason: reasons(fields),
    input_tokens: numberText(uncached(input, read, write)),
    output_tokens: fields.text('gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens'),
    cache_read_tokens: numberText(read),
    cache_write_tokens: numberText(write),
    latency_ms: msBetween(start, end),
    temperature: fields.text('gen_ai.request.temperature'),
    max_tokens: fields.text('gen_ai.request.max_tokens'),
    ...messageFields(
      messagesOf(attributes, fields),
      fields.nested('gen_ai.system_instructions') ?? fields.raw('gen_ai.system_instructions'),
      fields.nested('gen_ai.tool.definitions', 'gen_ai.request.tools'),
    ),
  };
  fields.drop(
    'gen_ai.input.messages',
    'gen_ai.output.messages',
    'gen_ai.prompt',
    'gen_ai.completion',
    'gen_ai.system_instructions',
    'gen_ai.tool.definitions',
    'gen_ai.request.tools',
    'body',
    'events',
    ...numbered(attributes),
  );
  return { fields: values, extra: fields.rest() };
}

function statusOf(fields: Fields): string | undefined {
  const error = fields.text('error.type');
  const http = fields.text('http.response.status_code', 'http.status_code');
  const code = fields.peek('status.code', 'status_code');
  // What kind of error it was says more than the number, unless that is all it says.
  if (error !== undefined) return /^\d{3}$/.test(error) ? error : `error ${error}`;
  if (http !== undefined) return http;
  if (code === '2' || /ERROR$/.test(code ?? '')) return 'error';
  return 'ok';
}

function reasons(fields: Fields): string | undefined {
  const list = fields.nested('gen_ai.response.finish_reasons');
  if (!Array.isArray(list))
    return fields.text('gen_ai.response.finish_reasons', 'gen_ai.response.finish_reason');
  fields.drop('gen_ai.response.finish_reasons');
  return list.filter((reason) => typeof reason === 'string').join(',') || undefined;
}

function messagesOf(attributes: JsonObject, fields: Fields): Json | undefined {
  const whole =
    fields.nested('gen_ai.input.messages', 'gen_ai.prompt') ??
    fields.raw('gen_ai.input.messages', 'gen_ai.prompt');
  if (whole !== undefined) return whole;
  const list: Json[] = [];
  for (let i = 0; i < 10_000; i++) {
    const content = attributes[`gen_ai.prompt.${i}.content`];
    if (content === undefined) break;
    list.push({ role: attributes[`gen_ai.prompt.${i}.role`] ?? 'user', content });
  }
  return list;
}

/** Names of attributes that hold messages one by one. */
const numbered = (attributes: JsonObject) =>
  Object.keys(attributes).filter((name) => /^gen_ai\.(prompt|completion)\.\d+\./.test(name));
