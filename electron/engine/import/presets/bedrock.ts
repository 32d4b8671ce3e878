import { Fields, has, valueAt } from './fields.ts';
import { isObject, type Json, type JsonObject, scalarText } from './json-value.ts';
import { messageFields } from './messages.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

const IN = 'input.inputBodyJson';
const OUT = 'output.outputBodyJson';

export const preset: Preset = {
  id: 'bedrock',
  title: 'AWS Bedrock model invocation log',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
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
    accountRule('the calling identity (identity.arn)', 'the AWS account'),
    'Organisation: the AWS account, with its leading zeros.',
    'Input tokens: inputTokenCount does not include cached ones; cache reads and writes are counts of their own.',
    'The log carries no IP address.',
    MESSAGE_RULE,
  ],
  nothing: 'No Bedrock model invocation was found in this file.',
  recognises: (record) =>
    valueAt(record, 'schemaType') === 'ModelInvocationLog' ||
    (has(record, 'modelId') && has(record, 'requestId') && has(record, 'input', 'output')),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const body = fields.nested(IN);
    const request = isObject(body) ? body : {};
    const answer = answerOf(fields.nested(OUT));
    const values = {
      timestamp: isoTime(fields.text('timestamp')),
      account_id: fields.text('identity.arn') ?? fields.peek('accountId') ?? NOT_NAMED,
      request_id: fields.text('requestId'),
      organization_id: fields.text('accountId'),
      end_user_id: fields.tag('requestMetadata'),
      model: fields.text('modelId'),
      endpoint: fields.text('operation'),
      status: fields.text('errorCode', 'error.errorCode') ?? 'success',
      stop_reason: answer.stopReason,
      input_tokens: fields.text('input.inputTokenCount') ?? answer.inputTokens,
      output_tokens: fields.text('output.outputTokenCount') ?? answer.outputTokens,
      cache_read_tokens: fields.text('input.cacheReadInputTokenCount'),
      cache_write_tokens: fields.text('input.cacheWriteInputTokenCount'),
      latency_ms: answer.latencyMs,
      temperature: textAt(
        request,
        'temperature',
        'inferenceConfig.temperature',
        'textGenerationConfig.temperature',
      ),
      max_tokens: textAt(
        request,
        'max_tokens',
        'inferenceConfig.maxTokens',
        'max_gen_len',
        'maxTokens',
        'max_tokens_to_sample',
        'textGenerationConfig.maxTokenCount',
      ),
      ...messageFields(
        valueAt(request, 'messages') ?? valueAt(request, 'prompt') ?? valueAt(request, 'inputText'),
        valueAt(request, 'system'),
        valueAt(request, 'tools') ?? valueAt(request, 'toolConfig.tools'),
      ),
    };
    fields.drop(IN, OUT);
    yield { fields: values, extra: fields.rest() };
  }),
};

interface Answer {
  readonly stopReason?: string;
  readonly inputTokens?: string;
  readonly outputTokens?: string;
  readonly latencyMs?: string;
}

/** What is read of an answer: an object, or the list of its stream's chunks, where the last word counts. */
function answerOf(body: JsonObject | Json[] | undefined): Answer {
  const chunks = Array.isArray(body) ? body.filter(isObject) : isObject(body) ? [body] : [];
  const last = (...paths: readonly string[]) => {
    for (const chunk of chunks.toReversed()) {
      const text = textAt(chunk, ...paths);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  return {
    stopReason: last(
      'stop_reason',
      'stopReason',
      'delta.stop_reason',
      'messageStop.stopReason',
      'completionReason',
    ),
    inputTokens: last(
      'usage.input_tokens',
      'usage.inputTokens',
      'message.usage.input_tokens',
      'metadata.usage.inputTokens',
    ),
    outputTokens: last(
      'usage.output_tokens',
      'usage.outputTokens',
      'metadata.usage.outputTokens',
      'message.usage.output_tokens',
    ),
    latencyMs: last(
      'metrics.latencyMs',
      'metadata.metrics.latencyMs',
      'amazon-bedrock-invocationMetrics.invocationLatency',
    ),
  };
}

function textAt(object: JsonObject, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = scalarText(valueAt(object, path));
    if (text !== undefined) return text;
  }
  return undefined;
}
