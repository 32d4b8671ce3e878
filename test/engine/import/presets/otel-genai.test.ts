import { expect, test } from 'vitest';
import { completeMapping } from '../../../../electron/engine/import/mapping-file.ts';
import { fileWith, newCase } from '../../support.ts';
import { importText, lines } from './import-text.ts';

const attribute = (key: string, value: object) => ({ key, value });
const text = (key: string, stringValue: string) => attribute(key, { stringValue });
const count = (key: string, intValue: number) => attribute(key, { intValue: String(intValue) });

const span = (spanId: string, ...attributes: object[]) => ({
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId,
  name: 'chat m-1',
  kind: 3,
  startTimeUnixNano: '1763690400000000001',
  endTimeUnixNano: '1763690401250000001',
  attributes,
  status: {},
});
const trace = (...spans: object[]) => ({
  resourceSpans: [
    {
      resource: { attributes: [text('service.name', 'gateway')] },
      scopeSpans: [{ scope: { name: 's' }, spans }],
    },
  ],
});

const MESSAGES = [
  { role: 'system', parts: [{ type: 'text', content: 'Be brief' }] },
  { role: 'user', parts: [{ type: 'text', content: 'First' }] },
  { role: 'assistant', parts: [{ type: 'text', content: 'Yes' }] },
  { role: 'user', parts: [{ type: 'text', content: 'Second' }] },
];

test('spans become requests: cached tokens apart, nanoseconds kept, the last user message as prompt', async () => {
  const { source, mapping, rows } = await importText(
    JSON.stringify(
      trace(
        span(
          '00f067aa0ba902b7',
          text('gen_ai.operation.name', 'chat'),
          text('gen_ai.request.model', 'm-1'),
          text('gen_ai.response.id', 'r-1'),
          text('gen_ai.conversation.id', 'c-1'),
          count('gen_ai.usage.input_tokens', 120),
          count('gen_ai.usage.cache_read.input_tokens', 20),
          count('gen_ai.usage.cache_creation.input_tokens', 30),
          count('gen_ai.usage.output_tokens', 7),
          attribute('gen_ai.request.temperature', { doubleValue: 0.7 }),
          attribute('gen_ai.response.finish_reasons', { arrayValue: { values: [{ stringValue: 'stop' }] } }),
          text('user.id', 'ac_1'),
          text('client.address', '192.0.2.1'),
          text('user_agent.original', 'sdk/1'),
          text('gen_ai.input.messages', JSON.stringify(MESSAGES)),
        ),
        span(
          '00f067aa0ba902b8',
          text('gen_ai.operation.name', 'execute_tool'),
          text('gen_ai.tool.name', 't'),
        ),
        span('00f067aa0ba902b9', text('http.method', 'GET')),
      ),
      null,
      1,
    ),
  );
  expect(mapping.preset).toBe('otel-genai');
  expect(source).toMatchObject({ grain: 'request', rowsRead: 1, stored: 1 });
  expect(source.notes).toEqual([
    '1 span of a tool or an agent was passed over.',
    '1 span without GenAI attributes was passed over.',
  ]);
  expect(rows).toMatchObject([
    {
      account_id: 'ac_1',
      request_id: 'r-1',
      session_id: 'c-1',
      time_us: 1_763_690_400_000_000,
      input_tokens: 70,
      cache_read_tokens: 20,
      cache_write_tokens: 30,
      output_tokens: 7,
      latency_ms: 1250,
      temperature: 0.7,
      stop_reason: 'stop',
      status: 'ok',
      ip: '192.0.2.1',
      user_agent: 'sdk/1',
      prompt_text: 'Second',
      system_hash: expect.stringMatching(/^[0-9a-f]{32}$/),
      extra: { startTimeUnixNano: '1763690400000000001', 'service.name': 'gateway' },
    },
  ]);
  expect(JSON.stringify(rows[0].extra)).not.toContain('Second');
});

test('earlier attribute names, lines of a file exporter, and errors', async () => {
  const { rows, source } = await importText(
    lines(
      trace(
        span(
          '01',
          text('gen_ai.system', 'openai'),
          text('gen_ai.request.model', 'm-1'),
          count('gen_ai.usage.prompt_tokens', 9),
          count('gen_ai.usage.completion_tokens', 3),
          text('gen_ai.prompt.0.role', 'user'),
          text('gen_ai.prompt.0.content', 'Hello'),
        ),
      ),
      trace(span('02', text('gen_ai.request.model', 'm-1'), text('error.type', 'rate_limit'))),
    ),
  );
  expect(source.stored).toBe(2);
  expect(rows).toMatchObject([
    { account_id: '(not named)', input_tokens: 9, output_tokens: 3, prompt_text: 'Hello' },
    { status: 'error rate_limit', request_id: '0af7651916cd43dd8448eb211c80319c/02' },
  ]);
});

test('events carry the same; those of single messages are passed over', async () => {
  const log = (eventName: string, ...attributes: object[]) => ({
    eventName,
    timeUnixNano: '1763690400000001999',
    attributes,
  });
  const { rows, source } = await importText(
    JSON.stringify({
      resourceLogs: [
        {
          resource: {},
          scopeLogs: [
            {
              logRecords: [
                log('gen_ai.user.message', text('gen_ai.system', 'openai')),
                {
                  ...log(
                    'gen_ai.client.inference.operation.details',
                    text('gen_ai.operation.name', 'chat'),
                    text('enduser.id', 'eu_1'),
                    count('gen_ai.usage.input_tokens', 4),
                    // Structured, as events may carry it.
                    attribute('gen_ai.input.messages', {
                      arrayValue: {
                        values: [
                          {
                            kvlistValue: {
                              values: [
                                text('role', 'user'),
                                attribute('parts', {
                                  arrayValue: {
                                    values: [
                                      {
                                        kvlistValue: {
                                          values: [text('type', 'text'), text('content', 'Hi')],
                                        },
                                      },
                                    ],
                                  },
                                }),
                              ],
                            },
                          },
                        ],
                      },
                    }),
                  ),
                },
              ],
            },
          ],
        },
      ],
    }),
  );
  expect(source.notes).toEqual(['1 event of a single message was passed over.']);
  expect(rows).toMatchObject([
    {
      account_id: 'eu_1',
      end_user_id: 'eu_1',
      time_us: 1_763_690_400_000_001,
      input_tokens: 4,
      prompt_text: 'Hi',
    },
  ]);
});

test('telemetry without GenAI attributes is refused, and it is said what it is', async () => {
  const open = await newCase();
  const path = fileWith(JSON.stringify(trace(span('01', text('http.method', 'GET'))), null, 2));
  await expect(completeMapping(open.db, path, null)).rejects.toMatchObject({
    code: 'NOT_A_LOG',
    message: expect.stringContaining('OpenTelemetry data, but no span or event with GenAI attributes'),
  });
});
