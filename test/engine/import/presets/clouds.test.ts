import { expect, test } from 'vitest';
import { importText, lines } from './import-text.ts';

const bedrock = (requestId: string, more: object = {}) => ({
  schemaType: 'ModelInvocationLog',
  schemaVersion: '1.0',
  timestamp: '2026-05-04T10:00:00Z',
  accountId: '001234567890',
  identity: { arn: 'arn:aws:iam::001234567890:user/nora' },
  region: 'us-east-1',
  requestId,
  operation: 'InvokeModel',
  modelId: 'vendor.model-1',
  requestMetadata: { user_id: 'eu_9' },
  input: {
    inputBodyJson: {
      system: 'Be brief',
      messages: [{ role: 'user', content: [{ type: 'text', text: 'hello' }] }],
      max_tokens: 20,
      temperature: 0.5,
    },
    inputTokenCount: 8,
    cacheReadInputTokenCount: 100,
    cacheWriteInputTokenCount: 4,
  },
  output: { outputBodyJson: { stop_reason: 'end_turn' }, outputTokenCount: 1 },
  ...more,
});
const STREAM = {
  output: {
    outputBodyJson: [
      { type: 'message_start', message: { usage: { output_tokens: 1 } } },
      { type: 'content_block_delta', delta: { type: 'text_delta', text: 'Hi' } },
      { type: 'message_delta', delta: { stop_reason: 'max_tokens' }, usage: { output_tokens: 6 } },
      { 'amazon-bedrock-invocationMetrics': { invocationLatency: 321 } },
    ],
  },
};

test('Bedrock: identity as account, zeros of the AWS account kept, cached tokens apart, streams of chunks', async () => {
  const { rows, source } = await importText(lines(bedrock('b-1'), bedrock('b-2', STREAM), bedrock('b-1')));
  expect(source).toMatchObject({ rowsRead: 3, stored: 2, duplicates: 1 });
  expect(rows).toMatchObject([
    {
      account_id: 'arn:aws:iam::001234567890:user/nora',
      organization_id: '001234567890',
      end_user_id: 'eu_9',
      input_tokens: 8,
      cache_read_tokens: 100,
      cache_write_tokens: 4,
      output_tokens: 1,
      max_tokens: 20,
      temperature: 0.5,
      stop_reason: 'end_turn',
      status: 'success',
      prompt_text: 'hello',
    },
    { request_id: 'b-2', stop_reason: 'max_tokens', output_tokens: 6, latency_ms: 321 },
  ]);
});

test('Bedrock as CloudWatch exports it: a message in a column, a list of fields and values, events', async () => {
  const cell = JSON.stringify(bedrock('b-1')).replaceAll('"', '""');
  const csv = await importText(`@timestamp,@message\n2026-05-04 10:00:00.000,"${cell}"\n`);
  const insights = await importText(
    JSON.stringify({
      results: [
        [
          { field: '@message', value: JSON.stringify(bedrock('b-1')) },
          { field: '@ptr', value: 'p' },
        ],
      ],
      status: 'Complete',
    }),
  );
  const events = await importText(
    JSON.stringify({ events: [{ timestamp: 1_777_888_800_000, message: JSON.stringify(bedrock('b-1')) }] }),
  );
  for (const { mapping, rows } of [csv, insights, events]) {
    expect(mapping.preset).toBe('bedrock');
    expect(rows).toMatchObject([{ request_id: 'b-1', input_tokens: 8, prompt_text: 'hello' }]);
  }
  expect(csv.rows[0].extra).toMatchObject({ '@timestamp': '2026-05-04 10:00:00.000' });
});

const azure = (correlationId: string, more: object = {}) => ({
  time: '2026-05-04T10:00:00.1234567Z',
  category: 'RequestResponse',
  operationName: 'ChatCompletions_Create',
  callerIpAddress: '192.0.2.***',
  correlationId,
  durationMs: 250,
  resultSignature: '200',
  resourceId: '/SUBSCRIPTIONS/1/AOAI',
  properties: {
    objectId: 'ob_1',
    modelName: 'm-1',
    requestTime: '639134856001234567',
    responseTime: '639134856003734567',
  },
  ...more,
});

test('Azure OpenAI: properties as object or text, a negative duration is none', async () => {
  const properties =
    '{"objectId":"","modelName":"m-1","requestTime":639134856001234567,"responseTime":639134856003734567}';
  const { rows, source } = await importText(
    JSON.stringify({
      records: [
        azure('a-1'),
        azure('a-2', { properties, durationMs: -250 }),
        azure('a-3', { category: 'Audit' }),
      ],
    }),
  );
  expect(source.notes).toEqual(['1 record that is no request (audit, trace) was passed over.']);
  expect(rows).toMatchObject([
    {
      account_id: 'ob_1',
      time_us: 1_777_888_800_123_456,
      latency_ms: 250,
      model: 'm-1',
      ip: '192.0.2.***',
      status: '200',
    },
    { account_id: '/SUBSCRIPTIONS/1/AOAI', latency_ms: 250, extra: { durationMs: '-250' } },
  ]);
});

test('API Management gateway: tokens and prompt from the logged bodies', async () => {
  const { rows, mapping } = await importText(
    lines({
      time: '2026-05-04T10:00:00Z',
      category: 'GatewayLogs',
      operationName: 'Microsoft.ApiManagement/GatewayLogs',
      callerIpAddress: '192.0.2.7',
      correlationId: 'g-1',
      durationMs: 12,
      isRequestSuccess: true,
      properties: {
        apiId: 'llm',
        operationId: 'chat',
        userId: 'us_1',
        responseCode: 200,
        backendRequestBody: '{"model":"m-1","messages":[{"role":"user","content":"hi"}],"max_tokens":9}',
        backendResponseBody:
          '{"choices":[{"finish_reason":"stop"}],"usage":{"prompt_tokens":50,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":30}}}',
      },
    }),
  );
  expect(mapping.preset).toBe('apim-gateway');
  expect(rows).toMatchObject([
    {
      account_id: 'us_1',
      ip: '192.0.2.7',
      input_tokens: 20,
      cache_read_tokens: 30,
      output_tokens: 5,
      max_tokens: 9,
      stop_reason: 'stop',
      prompt_text: 'hi',
    },
  ]);
});

const LLM_HEADER =
  'TimeGenerated [UTC],CorrelationId,OperationName,ModelName,PromptTokens,CompletionTokens,SequenceNumber,RequestMessages,ResponseMessages,_SubscriptionId';

test('API Management language model log: rows of one request are put together and counted once', async () => {
  const whole = JSON.stringify([{ role: 'user', content: 'one long question' }]).replaceAll('"', '""');
  const cut = whole.indexOf('long');
  const { rows, source } = await importText(
    [
      LLM_HEADER,
      `"5/4/2026, 2:00:00.250 PM",k-1,Chat,m-1,40,0,1,"${whole.slice(cut)}",,sub`,
      `"5/4/2026, 2:00:00.250 PM",k-2,Chat,m-1,7,2,0,"[{""role"":""user"",""content"":""x""}]",,sub`,
      `"5/4/2026, 2:00:00.250 PM",k-1,Chat,m-1,40,9,0,"${whole.slice(0, cut)}",,sub`,
      '',
    ].join('\n'),
  );
  expect(source).toMatchObject({ rowsRead: 2, stored: 2 });
  expect(source.notes).toEqual(['1 request was put together from several rows.']);
  expect(rows.toSorted((a, b) => String(a.request_id).localeCompare(String(b.request_id)))).toMatchObject([
    {
      request_id: 'k-1',
      account_id: 'sub',
      time_us: 1_777_903_200_250_000,
      input_tokens: 40,
      output_tokens: 9,
      prompt_text: 'one long question',
    },
    { request_id: 'k-2', prompt_text: 'x', input_tokens: 7 },
  ]);
});

test('Vertex AI: ids of 19 digits, cached and thought tokens, payloads as texts, streams', async () => {
  const base = {
    endpoint: 'projects/pr-1/locations/x/publishers/google/models/g-1',
    logging_time: '2026-05-04 10:00:00.250000 UTC',
    model: 'publishers/google/models/g-1',
    api_method: 'GenerateContent',
    metadata: { request_latency: 12.5 },
  };
  const request = {
    contents: [{ role: 'user', parts: [{ text: 'Hello' }] }],
    generation_config: { max_output_tokens: 64 },
    labels: { user_id: 'us_7' },
  };
  const response = {
    candidates: [{ finish_reason: 'STOP' }],
    usage_metadata: {
      prompt_token_count: 30,
      cached_content_token_count: 10,
      candidates_token_count: 5,
      thoughts_token_count: 6,
    },
  };
  const { rows } = await importText(
    [
      JSON.stringify({ ...base, request_id: 0, full_request: request, full_response: response }).replace(
        '"request_id":0',
        '"request_id":5374205265901353984',
      ),
      JSON.stringify({
        ...base,
        request_id: '2',
        request_payload: [JSON.stringify({ contents: request.contents })],
        response_payload: [JSON.stringify({ candidates: [] }), JSON.stringify(response)],
      }),
    ].join('\n'),
  );
  expect(rows).toMatchObject([
    {
      request_id: '5374205265901353984',
      account_id: 'us_7',
      time_us: 1_777_888_800_250_000,
      input_tokens: 20,
      cache_read_tokens: 10,
      output_tokens: 11,
      max_tokens: 64,
      latency_ms: 12.5,
      stop_reason: 'STOP',
      prompt_text: 'Hello',
    },
    { account_id: 'pr-1', output_tokens: 11, prompt_text: 'Hello', stop_reason: 'STOP' },
  ]);
});
