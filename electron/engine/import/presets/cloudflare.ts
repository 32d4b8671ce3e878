import { Fields, has } from './fields.ts';
import { messageFields } from './messages.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

export const preset: Preset = {
  id: 'cloudflare',
  title: 'Cloudflare AI Gateway log',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'model',
    'endpoint',
    'status',
    'input_tokens',
    'output_tokens',
    'cost_micro_usd',
    'latency_ms',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule('a user in the metadata'),
    'Input tokens: tokens_in as given; the log does not say which of them came from the provider’s cache. Cost: in US dollars.',
    'The log carries no IP address.',
    MESSAGE_RULE,
  ],
  nothing: 'No request was found in this Cloudflare log.',
  recognises: (record) =>
    has(record, 'created_at') &&
    has(record, 'tokens_in', 'tokens_out') &&
    has(record, 'model', 'provider', 'status_code', 'duration'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const status = fields.text('status_code');
    const success = fields.peek('success');
    const values = {
      timestamp: isoTime(fields.text('created_at')),
      account_id: fields.tag('metadata') ?? NOT_NAMED,
      request_id: fields.text('id'),
      model: fields.text('model'),
      endpoint: fields.text('path', 'request_type'),
      status: status ?? (success === 'false' ? 'error' : success === 'true' ? 'success' : undefined),
      input_tokens: fields.text('tokens_in'),
      output_tokens: fields.text('tokens_out'),
      cost_micro_usd: costAt(fields, 'dollars', 'cost'),
      latency_ms: fields.text('duration'),
      ...messageFields(
        fields.nested('request.messages', 'request_body.messages'),
        undefined,
        fields.nested('request.tools'),
      ),
    };
    fields.drop('request', 'response', 'request_body', 'response_body', 'request_head', 'response_head');
    yield { fields: values, extra: fields.rest() };
  }),
};
