import { Fields, has, valueAt } from './fields.ts';
import { isObject } from './json-value.ts';
import { messageFields } from './messages.ts';
import { costAt } from './money.ts';
import { openAiUsage } from './openai-usage-object.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';
import { numberText, uncached, wholeNumber } from './units.ts';

export const preset: Preset = {
  id: 'portkey',
  title: 'Portkey log export',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'session_id',
    'model',
    'endpoint',
    'status',
    'stop_reason',
    'input_tokens',
    'output_tokens',
    'cache_read_tokens',
    'cost_micro_usd',
    'latency_ms',
    'temperature',
    'max_tokens',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule('_user in the metadata', 'another user in it', 'the API key', 'the workspace'),
    'Session: the trace.',
    'Input tokens: req_units; cached ones that the logged answer names are taken off and kept apart.',
    'Cost: cost is read as US cents; other currencies are kept as text and not added up.',
    MESSAGE_RULE,
  ],
  nothing: 'No request was found in this Portkey export.',
  recognises: (record) =>
    has(record, 'created_at') &&
    has(record, 'ai_model', 'ai_org') &&
    has(record, 'req_units', 'res_units', 'response_status_code', 'is_success'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const response = fields.nested('response');
    const answer = isObject(response) ? new Fields(response) : undefined;
    const { cache_read_tokens } = openAiUsage(answer);
    const currency = fields.peek('cost_currency') ?? 'USD';
    const success = fields.peek('is_success');
    const values = {
      timestamp: isoTime(fields.text('created_at')),
      account_id:
        fields.text('metadata._user') ??
        fields.tag('metadata') ??
        fields.peek('api_key_id', 'virtual_key') ??
        fields.text('workspace_id', 'workspace_slug') ??
        NOT_NAMED,
      request_id: fields.text('id'),
      session_id: fields.text('trace_id'),
      model: fields.text('ai_model', 'request.model'),
      endpoint: fields.text('request_url'),
      status: fields.text('response_status_code') ?? (success === 'false' ? 'error' : success),
      stop_reason: stopReason(answer),
      input_tokens: numberText(
        uncached(wholeNumber(fields.text('req_units')), wholeNumber(cache_read_tokens)),
      ),
      output_tokens: fields.text('res_units'),
      cache_read_tokens,
      cost_micro_usd: currency.toUpperCase() === 'USD' ? costAt(fields, 'cents', 'cost') : undefined,
      latency_ms: fields.text('response_time'),
      temperature: fields.text('request.temperature'),
      max_tokens: fields.text('request.max_tokens', 'request.max_completion_tokens'),
      ...messageFields(
        fields.nested('request.messages', 'request.input') ?? fields.raw('request.input', 'request.prompt'),
        fields.nested('request.system') ?? fields.raw('request.system'),
        fields.nested('request.tools'),
      ),
    };
    fields.drop('request', 'response');
    yield { fields: values, extra: fields.rest() };
  }),
};

function stopReason(answer: Fields | undefined): string | undefined {
  const choices = answer?.nested('choices');
  const first = Array.isArray(choices) ? choices.find(isObject) : undefined;
  const reason = first && valueAt(first, 'finish_reason');
  return typeof reason === 'string' ? reason : answer?.text('stop_reason');
}
