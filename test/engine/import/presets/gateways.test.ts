import { expect, test } from 'vitest';
import { importText, lines } from './import-text.ts';

test('LiteLLM: user unless it stands for nobody, then end user, then key; cached tokens taken off', async () => {
  const base = {
    call_type: 'acompletion',
    api_key: 'a'.repeat(64),
    spend: 0.0004215,
    prompt_tokens: 52,
    completion_tokens: 47,
    startTime: '2026-05-04 10:00:00.123',
    endTime: '2026-05-04 10:00:01.456',
    model: 'm-1',
    requester_ip_address: '192.0.2.44',
    session_id: 's-1',
    status: 'success',
    messages: {},
  };
  const { rows, mapping, source } = await importText(
    lines(
      { ...base, request_id: 'l-1', user: 'us_1', end_user: 'eu_1', team_id: 't' },
      {
        ...base,
        request_id: 'l-2',
        user: 'default_user_id',
        end_user: 'eu_2',
        metadata: '{"usage_object":{"prompt_tokens_details":{"cached_tokens":12}}}',
        proxy_server_request: '{"messages":[{"role":"user","content":"hi"}],"temperature":0.2}',
      },
      { ...base, request_id: 'l-3', user: 'default_user_id', end_user: '' },
    ),
  );
  expect(mapping).toMatchObject({ preset: 'litellm', timeZone: 'UTC' });
  expect(source.rules.join(' ')).toContain('default_user_id');
  expect(rows).toMatchObject([
    {
      account_id: 'us_1',
      end_user_id: 'eu_1',
      organization_id: 't',
      time_us: 1_777_888_800_123_000,
      input_tokens: 52,
      latency_ms: 1333,
      ip: '192.0.2.44',
      // 421.5 micro-dollars are rounded, so the text stays.
      cost_micro_usd: 422,
      extra: { spend: '0.0004215' },
    },
    {
      account_id: 'eu_2',
      input_tokens: 40,
      cache_read_tokens: 12,
      prompt_text: 'hi',
      temperature: 0.2,
      extra: { user: 'default_user_id' },
    },
    { account_id: 'a'.repeat(64), api_key_id: 'a'.repeat(64) },
  ]);
});

test('Langfuse: times are UTC, generations only, the trace stands for the user', async () => {
  const observation = {
    trace_id: 'tr-1',
    project_id: 'p',
    type: 'GENERATION',
    parent_observation_id: null,
    start_time: '2026-05-04 10:00:00.123',
    end_time: '2026-05-04 10:00:01.123',
    name: 'chat',
    metadata: { ip: '192.0.2.5' },
    level: 'DEFAULT',
    input: '[{"role":"user","content":"hi"}]',
    output: 'hello',
    provided_model_name: 'm-1',
    model_parameters: '{"temperature":0.7}',
    usage_details: { input: 40, input_cached_tokens: 12, output: 7, total: 59 },
    total_cost: 0.0004,
  };
  const { rows, source } = await importText(
    lines({ id: 'o-1', ...observation }, { id: 'o-2', ...observation, type: 'SPAN' }),
  );
  expect(source.notes).toEqual(['1 observation that is no generation was passed over.']);
  expect(rows).toMatchObject([
    {
      account_id: 'tr-1',
      session_id: 'tr-1',
      request_id: 'o-1',
      time_us: 1_777_888_800_123_000,
      input_tokens: 40,
      cache_read_tokens: 12,
      output_tokens: 7,
      latency_ms: 1000,
      cost_micro_usd: 400,
      temperature: 0.7,
      ip: '192.0.2.5',
      prompt_text: 'hi',
    },
  ]);
  const traces = await importText(
    lines({
      id: 'tr-1',
      timestamp: '2026-05-04 10:00:00.000',
      name: 'chat',
      project_id: 'p',
      user_id: 'us_1',
      session_id: 's-1',
      public: false,
      input: 'hi',
      output: 'secret answer',
    }),
  );
  expect(traces.mapping.preset).toBe('langfuse-traces');
  expect(traces.rows).toMatchObject([{ account_id: 'us_1', session_id: 's-1', prompt_text: 'hi' }]);
  expect(JSON.stringify(traces.rows)).not.toContain('secret');
});

test('Helicone: quotes doubled twice are read as they were meant', async () => {
  const { rows } = await importText(
    'response_id,response_created_at,response_status,request_created_at,request_body,request_properties,request_user_id,model,prompt_tokens,completion_tokens,latency,cost\n' +
      '"r-1","2026-05-04T10:00:01.000Z","200","2026-05-04T10:00:00.123Z","{""""messages"""":[{""""role"""":""""user"""",""""content"""":""""hi""""}]}","{""""app"""":""""x""""}","us_1","m-1","52","47","877","0.00042"\n',
  );
  expect(rows).toMatchObject([
    {
      account_id: 'us_1',
      request_id: 'r-1',
      input_tokens: 52,
      latency_ms: 877,
      cost_micro_usd: 420,
      prompt_text: 'hi',
      extra: { 'request_properties.app': 'x' },
    },
  ]);
});

test('Cloudflare: the user stands in metadata, which is JSON text or an object', async () => {
  const base = {
    created_at: '2026-05-04T10:00:00.117Z',
    duration: 1234,
    model: 'm-1',
    provider: 'p',
    success: true,
    tokens_in: 52,
    tokens_out: 47,
    cost: 4.2e-4,
    status_code: 200,
  };
  const { rows } = await importText(
    JSON.stringify({
      result: [
        { id: '01', ...base, metadata: '{"user_id":"us_1"}' },
        { id: '02', ...base, metadata: { user: 'us_2' } },
        { id: '03', ...base, metadata: null },
      ],
      success: true,
    }),
  );
  expect(rows.map(({ account_id }) => account_id)).toEqual(['us_1', 'us_2', '(not named)']);
  expect(rows[0]).toMatchObject({
    cost_micro_usd: 420,
    latency_ms: 1234,
    status: '200',
    time_us: 1_777_888_800_117_000,
  });
});

test('Portkey: cost is in cents, other currencies are not added up', async () => {
  const base = {
    created_at: '2026-05-04T10:00:00.000Z',
    request: { model: 'm-1', messages: [{ role: 'user', content: 'hi' }] },
    response: {
      usage: { prompt_tokens_details: { cached_tokens: 2 } },
      choices: [{ finish_reason: 'stop' }],
    },
    is_success: true,
    ai_model: 'm-1',
    req_units: 52,
    res_units: 47,
    cost: 0.042,
    response_time: 9,
    response_status_code: 200,
    metadata: { _user: 'us_1' },
  };
  const { rows } = await importText(
    lines(
      { id: 'p-1', ...base, cost_currency: 'USD' },
      { id: 'p-2', ...base, cost_currency: 'EUR', metadata: null },
    ),
  );
  expect(rows).toMatchObject([
    {
      account_id: 'us_1',
      cost_micro_usd: 420,
      input_tokens: 50,
      cache_read_tokens: 2,
      stop_reason: 'stop',
      prompt_text: 'hi',
    },
    { account_id: '(not named)', extra: { cost: '0.042', cost_currency: 'EUR' } },
  ]);
  expect(rows[1].cost_micro_usd).toBeUndefined();
});

test('Kong: token keys in singular and plural, any plugin, requests without AI passed over', async () => {
  const base = {
    client_ip: '192.0.2.20',
    started_at: 1_777_888_800_123,
    request: { uri: '/chat', headers: { 'user-agent': 'sdk/1' } },
    response: { status: 200 },
    latencies: { request: 2700 },
    consumer: { id: 'c', username: 'us_1' },
  };
  const ai = (usage: object, plugin: string) => ({
    payload: { request: '{"messages":[{"role":"user","content":"hi"}]}' },
    [plugin]: { payload: { response: 'secret' }, usage, meta: { request_model: 'm-1' } },
  });
  const { rows, source } = await importText(
    lines(
      { ...base, ai: ai({ prompt_token: 28, completion_token: 20, cost: 0.0038 }, 'proxy') },
      { ...base, consumer: null, ai: ai({ prompt_tokens: 5, completion_tokens: 6 }, 'ai-proxy-advanced') },
      base,
    ),
  );
  expect(source.notes).toEqual(['1 request without AI data was passed over.']);
  expect(rows).toMatchObject([
    {
      account_id: 'us_1',
      time_us: 1_777_888_800_123_000,
      input_tokens: 28,
      output_tokens: 20,
      cost_micro_usd: 3800,
      latency_ms: 2700,
      ip: '192.0.2.20',
      user_agent: 'sdk/1',
      prompt_text: 'hi',
    },
    { account_id: '(not named)', input_tokens: 5, output_tokens: 6 },
  ]);
  expect(JSON.stringify(rows)).not.toContain('secret');
});
