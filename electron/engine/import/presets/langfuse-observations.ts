import { Fields, has } from './fields.ts';
import { messageFields } from './messages.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime, msBetween, secondsAsMs } from './times.ts';
import { numberText, uncached, wholeNumber } from './units.ts';

const USAGE = ['usage_details', 'usageDetails', 'usage'];
const used = (...names: readonly string[]) => USAGE.flatMap((at) => names.map((name) => `${at}.${name}`));
const MODEL_CALLS = new Set(['GENERATION', 'EMBEDDING']);

export const preset: Preset = {
  id: 'langfuse-observations',
  title: 'Langfuse observations',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'session_id',
    'ip',
    'user_agent',
    'model',
    'endpoint',
    'status',
    'input_tokens',
    'output_tokens',
    'cache_read_tokens',
    'cache_write_tokens',
    'cost_micro_usd',
    'latency_ms',
    'temperature',
    'max_tokens',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule(
      'the user id',
      'a user in the metadata',
      'the trace (the user stands in the traces file, under the same trace id)',
    ),
    'Session: the session id, else the trace. Organisation: the project.',
    'Only generations and embeddings are requests to a model; spans and events are passed over.',
    'Input tokens: usage_details.input does not include those it names as cached; the older promptTokens is taken as given.',
    'Cost: total_cost, in US dollars. Times without a zone are UTC.',
    MESSAGE_RULE,
  ],
  nothing: 'These Langfuse observations hold no generation, so no request to a model is in this file.',
  recognises: (record) =>
    has(record, 'trace_id', 'traceId') &&
    has(record, 'start_time', 'startTime') &&
    has(record, 'parent_observation_id', 'parentObservationId', 'provided_model_name', ...USAGE),
  start: eachRecord(function* (record, taking) {
    const fields = new Fields(record);
    const type = fields.text('type');
    if (type !== undefined && !MODEL_CALLS.has(type.toUpperCase())) {
      taking.skip(
        'observation that is no generation was passed over',
        'observations that are no generations were passed over',
      );
      return;
    }
    const [start, end] = [fields.text('start_time', 'startTime'), fields.peek('end_time', 'endTime')];
    const trace = fields.text('trace_id', 'traceId');
    const read = wholeNumber(
      fields.peek(
        ...used('input_cached_tokens', 'input_cache_read', 'cache_read_input_tokens', 'input_cached'),
      ),
    );
    const write = wholeNumber(fields.peek(...used('input_cache_creation', 'cache_creation_input_tokens')));
    // Where a total says that the input includes what was cached, that is taken off.
    const input = wholeNumber(fields.text(...used('input', 'promptTokens', 'prompt_tokens', 'input_tokens')));
    const output = wholeNumber(
      fields.text(...used('output', 'completionTokens', 'completion_tokens', 'output_tokens')),
    );
    const total = wholeNumber(fields.peek(...used('total', 'totalTokens')));
    const includes =
      total !== undefined && input !== undefined && output !== undefined && total === input + output;
    const level = fields.text('level');
    const setting = (...names: readonly string[]) =>
      fields.text(...names.flatMap((name) => [`model_parameters.${name}`, `modelParameters.${name}`]));
    const values = {
      timestamp: isoTime(start),
      account_id: fields.text('user_id', 'userId') ?? fields.tag('metadata') ?? trace ?? NOT_NAMED,
      request_id: fields.text('id'),
      organization_id: fields.text('project_id', 'projectId'),
      session_id: fields.text('session_id', 'sessionId') ?? trace,
      ip: fields.text('metadata.ip', 'metadata.ip_address', 'metadata.client_ip'),
      user_agent: fields.text('metadata.user_agent', 'metadata.userAgent'),
      model: fields.text('provided_model_name', 'providedModelName', 'model'),
      endpoint: fields.text('name'),
      status: level === undefined ? undefined : level === 'DEFAULT' ? 'ok' : level.toLowerCase(),
      input_tokens: numberText(includes ? uncached(input, read, write) : input),
      output_tokens: numberText(output),
      cache_read_tokens: numberText(read),
      cache_write_tokens: numberText(write),
      cost_micro_usd: costAt(
        fields,
        'dollars',
        'total_cost',
        'totalCost',
        'calculatedTotalCost',
        'cost_details.total',
        'costDetails.total',
      ),
      latency_ms: msBetween(start, end) ?? secondsAsMs(fields.peek('latency')),
      temperature: setting('temperature'),
      max_tokens: setting('max_tokens', 'maxTokens'),
      ...messageFields(
        fields.nested('input') ?? fields.raw('input'),
        undefined,
        fields.nested('input.tools', 'tool_definitions'),
      ),
    };
    fields.drop('input', 'output');
    yield { fields: values, extra: fields.rest() };
  }),
};
