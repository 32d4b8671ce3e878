import { Fields, has, valueAt } from './fields.ts';
import { isObject, type Json, type JsonObject, parseNested } from './json-value.ts';
import { messageFields } from './messages.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';
import { numberText, sum, uncached, wholeNumber } from './units.ts';

const both = (at: string, ...names: readonly string[]) => names.map((name) => `${at}.${name}`);
const usage = (...names: readonly string[]) => [
  ...both('usage_metadata', ...names),
  ...both('usageMetadata', ...names),
];
const setting = (...names: readonly string[]) => [
  ...both('generation_config', ...names),
  ...both('generationConfig', ...names),
];

export const preset: Preset = {
  id: 'vertex',
  title: 'Google Vertex AI request-response log',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'model',
    'endpoint',
    'stop_reason',
    'input_tokens',
    'output_tokens',
    'cache_read_tokens',
    'latency_ms',
    'temperature',
    'max_tokens',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule('a user in the request’s labels', 'the project of the endpoint'),
    'Input tokens: prompt_token_count includes cached_content_token_count; it is taken off and kept apart. Output tokens: candidates and thoughts together.',
    'Logging may keep a sample of requests only; the file does not say which share, so counts may be too low.',
    MESSAGE_RULE,
  ],
  nothing: 'No Vertex AI request was found in this file.',
  recognises: (record) =>
    has(record, 'logging_time') &&
    has(record, 'full_request', 'request_payload', 'api_method', 'deployed_model_id'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const request = payload(fields, 'full_request', 'request_payload')[0];
    // Of a stream, only the last piece has the counts.
    const answers = payload(fields, 'full_response', 'response_payload').map((piece) => new Fields(piece));
    const last = (...paths: readonly string[]) =>
      answers.findLast((piece) => piece.peek(...paths) !== undefined)?.text(...paths);
    const cached = wholeNumber(last(...usage('cached_content_token_count', 'cachedContentTokenCount')));
    const asked = request && new Fields(request);
    const values = {
      timestamp: isoTime(fields.text('logging_time')),
      account_id:
        asked?.tag('labels') ??
        /projects\/([^/]+)/.exec(fields.peek('endpoint') ?? fields.peek('model') ?? '')?.[1] ??
        NOT_NAMED,
      request_id: fields.text('request_id'),
      model: fields.text('model', 'endpoint'),
      endpoint: fields.text('api_method'),
      stop_reason: stopReason(answers),
      input_tokens: numberText(
        uncached(wholeNumber(last(...usage('prompt_token_count', 'promptTokenCount'))), cached),
      ),
      output_tokens: numberText(
        sum(
          wholeNumber(last(...usage('candidates_token_count', 'candidatesTokenCount'))),
          wholeNumber(last(...usage('thoughts_token_count', 'thoughtsTokenCount'))),
        ),
      ),
      cache_read_tokens: numberText(cached),
      latency_ms: fields.text('metadata.request_latency', 'metadata.requestLatency'),
      temperature: asked?.text(...setting('temperature')),
      max_tokens: asked?.text(...setting('max_output_tokens', 'maxOutputTokens')),
      ...messageFields(
        asked?.nested('contents', 'messages'),
        asked?.nested('system_instruction', 'systemInstruction'),
        asked?.nested('tools'),
      ),
    };
    fields.drop('full_request', 'full_response', 'request_payload', 'response_payload', 'otel_log');
    yield { fields: values, extra: fields.rest() };
  }),
};

/** The objects of a request or an answer: the whole one if there is one, else the list of its texts. */
function payload(fields: Fields, whole: string, texts: string): JsonObject[] {
  const value = fields.nested(whole);
  if (isObject(value)) return [value];
  if (Array.isArray(value) && value.length > 0) return objects(value);
  const list = fields.nested(texts);
  return Array.isArray(list) ? objects(list) : [];
}

function objects(list: readonly Json[]): JsonObject[] {
  return list.flatMap((item) => {
    const value = typeof item === 'string' ? parseNested(item) : item;
    return isObject(value) ? [value] : Array.isArray(value) ? objects(value) : [];
  });
}

function stopReason(answers: readonly Fields[]): string | undefined {
  for (const answer of answers.toReversed()) {
    const candidates = answer.nested('candidates');
    for (const candidate of Array.isArray(candidates) ? candidates.filter(isObject) : []) {
      const reason = valueAt(candidate, 'finish_reason') ?? valueAt(candidate, 'finishReason');
      if (typeof reason === 'string' && reason !== '') return reason;
    }
  }
  return undefined;
}
