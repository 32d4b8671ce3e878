import { Fields, has } from './fields.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime, msBetween } from './times.ts';

const PROPERTIES = ['properties', 'properties_s'];
const under = (...names: readonly string[]) =>
  PROPERTIES.flatMap((at) => names.map((name) => `${at}.${name}`));

export const preset: Preset = {
  id: 'azure-openai',
  title: 'Azure OpenAI diagnostic records',
  grain: 'request',
  fields: ['timestamp', 'account_id', 'request_id', 'ip', 'model', 'endpoint', 'status', 'latency_ms'],
  rules: [
    accountRule('the caller’s object id', 'the Azure resource'),
    'These records carry neither tokens nor prompts, and the last part of each IP address is masked.',
    'Request id: the correlation id; records with the same one are one request and are counted once.',
    'Latency: durationMs; where it is negative, the time from request to response, and durationMs is kept as written.',
    'Audit and trace records are passed over.',
  ],
  nothing: 'No Azure OpenAI request was found in this file.',
  recognises: (record) =>
    has(record, 'correlationId', 'CorrelationId') &&
    has(record, 'operationName', 'OperationName') &&
    has(record, 'durationMs', 'DurationMs', 'resultSignature', 'ResultSignature', ...PROPERTIES) &&
    !has(record, 'SequenceNumber', 'PromptTokens') &&
    !has(record, ...under('apiId', 'backendUrl', 'apimSubscriptionId', 'operationId', 'sequenceNumber')) &&
    !has(record, 'ApiId', 'BackendUrl', 'isRequestSuccess', 'IsRequestSuccess'),
  start: eachRecord(function* (record, taking) {
    const fields = new Fields(record);
    const category = fields.peek('category', 'Category');
    if (category !== undefined && !/^RequestResponse/i.test(category)) {
      taking.skip(
        'record that is no request (audit, trace) was passed over',
        'records that are no requests (audit, trace) were passed over',
      );
      return;
    }
    const duration = fields.peek('durationMs', 'DurationMs');
    const whole = duration !== undefined && /^\d+(\.\d+)?$/.test(duration);
    if (whole) fields.drop('durationMs', 'DurationMs');
    const between = msBetween(fields.peek(...under('requestTime')), fields.peek(...under('responseTime')));
    yield {
      fields: {
        timestamp: isoTime(fields.text('time', 'TimeGenerated', 'TimeGenerated [UTC]')),
        account_id:
          fields.text(...under('objectId', 'callerObjectId')) ??
          fields.text('resourceId', 'ResourceId', '_ResourceId') ??
          NOT_NAMED,
        request_id: fields.text('correlationId', 'CorrelationId'),
        ip: fields.text('callerIpAddress', 'CallerIPAddress', 'CallerIpAddress'),
        model: fields.text(...under('modelName', 'modelDeploymentName')),
        endpoint: fields.text('operationName', 'OperationName'),
        status: fields.text('resultSignature', 'ResultSignature', 'resultType', 'ResultType'),
        latency_ms: whole ? duration : between,
      },
      extra: fields.rest(),
    };
  }),
};
