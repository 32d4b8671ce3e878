import { Fields, has, valueAt } from './fields.ts';
import { isObject } from './json-value.ts';
import { messageFields } from './messages.ts';
import { openAiUsage } from './openai-usage-object.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

const at = (...names: readonly string[]) =>
  names.flatMap((name) => [`properties.${name}`, name, name[0].toUpperCase() + name.slice(1)]);

export const preset: Preset = {
  id: 'apim-gateway',
  title: 'Azure API Management gateway log',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'ip',
    'user_agent',
    'model',
    'endpoint',
    'status',
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
    accountRule('the user id', 'the API Management subscription', 'the product', 'the Azure resource'),
    'Input tokens: prompt_tokens of the logged answer includes cached ones; they are taken off and kept apart.',
    'Request id: the correlation id.',
    MESSAGE_RULE,
  ],
  nothing: 'No request was found in this API Management log.',
  recognises: (record) =>
    !has(record, 'SequenceNumber', 'properties.sequenceNumber') &&
    (/^GatewayLogs$/i.test(String(valueAt(record, 'category') ?? valueAt(record, 'Category') ?? '')) ||
      (has(record, 'correlationId', 'CorrelationId') &&
        has(record, ...at('apiId', 'backendUrl', 'apimSubscriptionId', 'backendResponseCode')))),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const [request, answer] = [
      fields.nested(...at('backendRequestBody', 'requestBody')),
      fields.nested(...at('backendResponseBody', 'responseBody')),
    ];
    const asked = isObject(request) ? new Fields(request) : undefined;
    const answered = isObject(answer) ? new Fields(answer) : undefined;
    fields.drop(...at('backendRequestBody', 'requestBody', 'backendResponseBody', 'responseBody'));
    const duration = fields.peek('durationMs', 'DurationMs', ...at('totalTime'));
    const values = {
      timestamp: isoTime(fields.text('time', 'TimeGenerated', 'TimeGenerated [UTC]')),
      account_id:
        fields.text(...at('userId')) ??
        fields.text(...at('apimSubscriptionId', 'subscriptionId')) ??
        fields.text(...at('productId')) ??
        fields.text('resourceId', 'ResourceId', '_ResourceId') ??
        NOT_NAMED,
      request_id: fields.text('correlationId', 'CorrelationId'),
      ip: fields.text(...at('callerIpAddress')),
      user_agent: fields.text(
        'properties.requestHeaders.User-Agent',
        'properties.backendRequestHeaders.User-Agent',
        'RequestHeaders.User-Agent',
        'BackendRequestHeaders.User-Agent',
        'properties.requestHeaders.user-agent',
        'RequestHeaders.user-agent',
      ),
      model: asked?.text('model') ?? answered?.text('model'),
      endpoint: fields.text(...at('operationId')) ?? fields.text('operationName', 'OperationName'),
      status: fields.text(...at('responseCode', 'backendResponseCode')) ?? fields.text('resultSignature'),
      stop_reason: answered?.text('choices.finish_reason') ?? finishReason(answer),
      ...openAiUsage(answered),
      latency_ms: duration !== undefined && !duration.startsWith('-') ? duration : undefined,
      temperature: asked?.text('temperature'),
      max_tokens: asked?.text('max_tokens', 'max_completion_tokens'),
      ...messageFields(
        asked?.nested('messages', 'input') ?? asked?.raw('input', 'prompt'),
        undefined,
        asked?.nested('tools'),
      ),
    };
    yield { fields: values, extra: fields.rest() };
  }),
};

function finishReason(answer: ReturnType<Fields['nested']>): string | undefined {
  const choices = isObject(answer) ? valueAt(answer, 'choices') : undefined;
  const first = Array.isArray(choices) ? choices.find(isObject) : undefined;
  return first && new Fields(first).text('finish_reason');
}
