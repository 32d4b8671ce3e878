const MESSAGES = [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }];

/** A record of each kind of shape: nested, with text that is JSON, with lists. */
export const RECORDS: Readonly<Record<string, object>> = {
  'otel-genai': {
    resourceSpans: [
      {
        resource: { attributes: [] },
        scopeSpans: [
          {
            spans: [
              {
                traceId: 'a',
                spanId: 'b',
                startTimeUnixNano: '1763690400000000000',
                attributes: [
                  { key: 'gen_ai.request.model', value: { stringValue: 'm' } },
                  {
                    key: 'gen_ai.response.finish_reasons',
                    value: { arrayValue: { values: [{ stringValue: 's' }] } },
                  },
                  { key: 'gen_ai.input.messages', value: { stringValue: JSON.stringify(MESSAGES) } },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  bedrock: {
    schemaType: 'ModelInvocationLog',
    identity: { arn: 'x' },
    requestMetadata: { user: 'u' },
    input: { inputBodyJson: { messages: MESSAGES, inferenceConfig: { maxTokens: 1 } }, inputTokenCount: 1 },
    output: { outputBodyJson: [{ delta: { stop_reason: 's' } }] },
  },
  'apim-llm': { CorrelationId: 'c', SequenceNumber: 0, PromptTokens: 1, RequestMessages: MESSAGES },
  vertex: {
    logging_time: '2026-05-04 10:00:00 UTC',
    full_request: { contents: MESSAGES, labels: { user: 'u' } },
    full_response: [{ candidates: [{ finish_reason: 'S' }], usage_metadata: { prompt_token_count: 3 } }],
  },
  litellm: {
    startTime: '2026-05-04 10:00:00',
    call_type: 'c',
    api_key: 'k',
    spend: 1,
    metadata: '{"usage_object":{}}',
    messages: MESSAGES,
  },
  kong: {
    started_at: 1,
    client_ip: 'x',
    request: { headers: {} },
    ai: { payload: { request: '{}' }, proxy: { usage: { cost: 1 }, meta: {} } },
  },
  'openai-usage': { start_time: 1, end_time: 2, results: [{ input_tokens: 1, num_model_requests: 2 }] },
  'anthropic-cost': { starting_at: '2026-05-04T00:00:00Z', results: [{ amount: '1.5', currency: 'USD' }] },
  wildchat: {
    conversation_hash: 'h',
    conversation: [{ role: 'user', content: 'x', header: { 'user-agent': 'u' } }],
  },
  'chatgpt-export': {
    create_time: 1,
    current_node: 'a',
    mapping: {
      a: { parent: null, children: [], message: { author: { role: 'user' }, content: { parts: ['x'] } } },
    },
  },
};
