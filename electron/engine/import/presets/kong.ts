import { Fields, has, valueAt } from './fields.ts';
import { isObject, type JsonObject } from './json-value.ts';
import { messageFields } from './messages.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

export const preset: Preset = {
  id: 'kong',
  title: 'Kong gateway log with AI plugins',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'api_key_id',
    'ip',
    'user_agent',
    'model',
    'endpoint',
    'status',
    'input_tokens',
    'output_tokens',
    'cost_micro_usd',
    'latency_ms',
    'temperature',
    'max_tokens',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule('the consumer’s user name', 'its own id', 'the credential'),
    'Input tokens: prompt_tokens (or prompt_token) as given; the log does not say which of them were cached.',
    'Cost: ai usage cost, taken as US dollars. Requests without AI data are passed over.',
    MESSAGE_RULE,
  ],
  nothing: 'This Kong log holds no request with AI data.',
  recognises: (record) =>
    has(record, 'started_at') &&
    has(record, 'latencies', 'client_ip') &&
    has(record, 'request', 'response', 'service'),
  start: eachRecord(function* (record, taking) {
    const fields = new Fields(record);
    const ai = fields.nested('ai');
    const plugins = isObject(ai) ? Object.keys(ai).filter((name) => isPlugin(ai, name)) : [];
    if (plugins.length === 0) {
      taking.skip('request without AI data was passed over', 'requests without AI data were passed over');
      return;
    }
    // A plugin that calls the model itself comes before one that only guards or caches.
    const name = plugins.find((plugin) => has(record, `ai.${plugin}.usage`)) ?? plugins[0];
    const at = (...paths: readonly string[]) => paths.map((path) => `ai.${name}.${path}`);
    const asked = fields.nested('ai.payload.request', ...at('payload.request'));
    const request = isObject(asked) ? new Fields(asked) : undefined;
    const values = {
      timestamp: isoTime(fields.peek('started_at')),
      account_id:
        fields.text('consumer.username', 'consumer.custom_id', 'consumer.id') ??
        fields.peek('authenticated_entity.consumer_id', 'authenticated_entity.id') ??
        NOT_NAMED,
      request_id: fields.text(
        'request.id',
        'request.headers.x-request-id',
        'request.headers.x-kong-request-id',
      ),
      api_key_id: fields.text('authenticated_entity.id'),
      ip: fields.text('client_ip'),
      user_agent: fields.text('request.headers.user-agent', 'request.headers.User-Agent'),
      model: fields.text(...at('meta.request_model', 'meta.response_model')),
      endpoint: fields.text('request.uri', 'request.url'),
      status: fields.text('response.status'),
      input_tokens: fields.text(...at('usage.prompt_tokens', 'usage.prompt_token')),
      output_tokens: fields.text(...at('usage.completion_tokens', 'usage.completion_token')),
      cost_micro_usd: costAt(fields, 'dollars', ...at('usage.cost')),
      latency_ms: fields.text('latencies.request'),
      temperature: request?.text('temperature'),
      max_tokens: request?.text('max_tokens'),
      ...messageFields(
        request?.nested('messages', 'contents') ?? request?.raw('prompt', 'input'),
        request?.raw('system'),
        request?.nested('tools'),
      ),
    };
    fields.drop(
      'ai.payload',
      ...plugins.map((plugin) => `ai.${plugin}.payload`),
      'request.body',
      'response.body',
    );
    yield { fields: values, extra: fields.rest() };
  }),
};

function isPlugin(ai: JsonObject, name: string): boolean {
  const value = ai[name];
  return (
    name !== 'payload' &&
    isObject(value) &&
    ['usage', 'meta', 'cache'].some((key) => isObject(valueAt(value, key)))
  );
}
