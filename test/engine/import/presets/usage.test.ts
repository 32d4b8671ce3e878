import { expect, test } from 'vitest';
import { listRejects } from '../../../../electron/engine/import/sources.ts';
import { makeZip } from '../containers/zip-maker.ts';
import { importText } from './import-text.ts';

const page = (...data: object[]) =>
  JSON.stringify({ object: 'page', data, has_more: false, next_page: null });
const DAY = { start_time: 1_777_852_800, end_time: 1_777_939_200 };
const result = (more: object) => ({
  object: 'organization.usage.completions.result',
  input_tokens: 1000,
  output_tokens: 50,
  input_cached_tokens: 200,
  num_model_requests: 5,
  project_id: 'pr',
  user_id: 'us_1',
  api_key_id: 'k_1',
  model: 'm-1',
  batch: false,
  ...more,
});

test('OpenAI usage: buckets count their requests, empty ranges are passed over and said', async () => {
  const { rows, source } = await importText(
    page(
      { object: 'bucket', ...DAY, results: [result({}), result({ user_id: null, model: 'm-2' })] },
      { object: 'bucket', start_time: DAY.end_time, end_time: DAY.end_time + 86_400, results: [] },
    ),
  );
  expect(source).toMatchObject({ grain: 'bucket', preset: 'OpenAI usage export', rowsRead: 2, stored: 2 });
  expect(source.notes).toEqual(['1 empty time range was passed over.']);
  expect(rows).toMatchObject([
    {
      account_id: 'us_1',
      organization_id: 'pr',
      api_key_id: 'k_1',
      time_us: 1_777_852_800_000_000,
      bucket_seconds: 86_400,
      request_count: 5,
      input_tokens: 800,
      cache_read_tokens: 200,
      output_tokens: 50,
    },
    { account_id: 'k_1' },
  ]);
});

test('the same bucket with other counts is a conflict, from the table of the dashboard too', async () => {
  const first = await importText(page({ object: 'bucket', ...DAY, results: [result({})] }));
  const revised = page({ object: 'bucket', ...DAY, results: [result({ num_model_requests: 6 })] });
  const again = await importText(revised, 'later.json', first.open);
  expect(again.source).toMatchObject({ rowsRead: 1, stored: 0, conflicts: 1 });
  expect(listRejects(first.open.db, again.source.sha256, 9)[0].reason).toContain('other values');
  const csv = await importText(
    '\ufeffstart_time,end_time,start_time_iso,end_time_iso,project_id,num_model_requests,user_id,api_key_id,model,batch,input_tokens,output_tokens,input_cached_tokens,input_uncached_tokens\n' +
      '1777852800,1777939200,2026-05-04T00:00:00+00:00,2026-05-05T00:00:00+00:00,pr,5.0,us_1,k_1,m-1,False,1000,50,200,800\n' +
      '1777852800,1777939200,2026-05-04T00:00:00+00:00,2026-05-05T00:00:00+00:00,pr,7.0,us_2,k_1,m-1,False,1000,50,200,801\n' +
      '1777939200,1778025600,2026-05-05T00:00:00+00:00,2026-05-06T00:00:00+00:00,,,,,,,,,,\n',
    'completions_usage.csv',
    first.open,
  );
  expect(csv.source).toMatchObject({ rowsRead: 2, stored: 1, conflicts: 1 });
  expect(csv.source.notes).toEqual(['1 empty time range was passed over.']);
  expect(csv.rows).toMatchObject([{ account_id: 'us_2', request_count: 7, input_tokens: 801 }]);
});

test('OpenAI costs are dollars and count as no requests', async () => {
  const cost = (value: number, currency: string, line_item: string) => ({
    object: 'organization.costs.result',
    amount: { value, currency },
    line_item,
    project_id: 'pr',
  });
  const { rows, mapping } = await importText(
    page(
      { object: 'bucket', ...DAY, results: [] },
      { object: 'bucket', ...DAY, results: [cost(0.06, 'usd', 'in'), cost(1, 'eur', 'out')] },
    ),
  );
  expect(mapping.preset).toBe('openai-costs');
  expect(rows).toMatchObject([
    { account_id: 'pr', cost_micro_usd: 60_000, request_count: 0, endpoint: 'in' },
    { extra: { 'amount.value': '1', 'amount.currency': 'eur' } },
  ]);
});

const ANTHROPIC = { starting_at: '2026-05-04T00:00:00Z', ending_at: '2026-05-05T00:00:00Z' };

test('Anthropic usage: uncached input as given, both cache writes together, no request counts', async () => {
  const { rows } = await importText(
    page({
      ...ANTHROPIC,
      results: [
        {
          uncached_input_tokens: 1500,
          cache_creation: { ephemeral_1h_input_tokens: 1000, ephemeral_5m_input_tokens: 500 },
          cache_read_input_tokens: 200,
          output_tokens: 500,
          account_id: null,
          api_key_id: 'key_1',
          workspace_id: 'ws',
          model: 'm-1',
        },
      ],
    }),
  );
  expect(rows).toMatchObject([
    {
      account_id: 'key_1',
      organization_id: 'ws',
      input_tokens: 1500,
      cache_read_tokens: 200,
      cache_write_tokens: 1500,
      output_tokens: 500,
      request_count: 0,
      bucket_seconds: 86_400,
    },
  ]);
});

test('Anthropic cost: a decimal text in cents', async () => {
  const { rows } = await importText(
    page({
      ...ANTHROPIC,
      results: [
        { amount: '123.45', currency: 'USD', cost_type: 'tokens', workspace_id: null },
        { amount: '0.00001', currency: 'USD', cost_type: 'web_search', workspace_id: 'ws' },
      ],
    }),
  );
  expect(rows).toMatchObject([
    { account_id: '(not named)', cost_micro_usd: 1_234_500, extra: { cost_type: 'tokens' } },
    { account_id: 'ws', cost_micro_usd: 0, extra: { amount: '0.00001' } },
  ]);
});

test('Anthropic console tables: byte order mark, commas in key names, characters beyond ASCII, thousands', async () => {
  const usage = await importText(
    '\ufeffusage_date_utc,model_version,api_key,workspace,usage_type,context_window,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count\r\n' +
      '2026-05-04,m-1,"prod, eu",Default,standard,≤ 200k,100,20,3,40,5,0\r\n',
  );
  expect(usage.rows).toMatchObject([
    {
      account_id: 'prod, eu',
      time_us: 1_777_852_800_000_000,
      bucket_seconds: 86_400,
      input_tokens: 100,
      cache_write_tokens: 23,
      cache_read_tokens: 40,
      output_tokens: 5,
      extra: { context_window: '≤ 200k' },
    },
  ]);
  const cost = await importText(
    'cost_usd,usage_date_utc,api_key,token_type\n"1,234.50",2026-05-04,ci,output\n0.000000123,2026-05-04,ci,input_no_cache\n',
  );
  expect(cost.mapping.preset).toBe('anthropic-console-cost');
  expect(cost.rows).toMatchObject([
    { account_id: 'ci', cost_micro_usd: 1_234_500_000, extra: { cost_usd: '1,234.50' } },
    { cost_micro_usd: 0, extra: { cost_usd: '0.000000123' } },
  ]);
});

const AMOUNTS =
  '\ufeffuser_id,start_time_iso,end_time_iso,model,api_key_name,api_key,type,price,amount\r\n' +
  'u1,2026-05-04T08:00:00+08:00,2026-05-04T09:00:00+08:00,m-1,k1,sk-***ab,request_count,,100\r\n' +
  'u1,2026-05-04T08:00:00+08:00,2026-05-04T09:00:00+08:00,m-1,k1,sk-***ab,input_cache_hit_tokens,0.1,1200\r\n' +
  'u1,2026-05-04T08:00:00+08:00,2026-05-04T09:00:00+08:00,m-1,k1,sk-***ab,input_cache_miss_tokens,0.2,300\r\n' +
  'u1,2026-05-04T08:00:00+08:00,2026-05-04T09:00:00+08:00,m-1,k1,sk-***ab,output_tokens,0.3,40\r\n';

test('DeepSeek: the long form adds up to one account; in its archive the costs are refused with the reason', async () => {
  const { open, rows, source } = await importText(
    makeZip([
      { name: 'amount-2026-5.csv', content: AMOUNTS },
      {
        name: 'cost-2026-5.csv',
        content: 'user_id,utc_date,model,wallet_type,cost,currency\nu1,2026-05-04,m-1,x,1,CNY\n',
      },
    ]),
    'deepseek.zip',
  );
  expect(source).toMatchObject({ preset: 'DeepSeek usage amounts', stored: 4 });
  expect(
    rows.map(({ request_count, input_tokens, cache_read_tokens, output_tokens }) => [
      request_count,
      input_tokens,
      cache_read_tokens,
      output_tokens,
    ]),
  ).toEqual([
    [100, undefined, undefined, undefined],
    [0, undefined, 1200, undefined],
    [0, 300, undefined, undefined],
    [0, undefined, undefined, 40],
  ]);
  const totals = open.db.prepare('SELECT requests, input_tokens, output_tokens FROM account_total').get();
  expect(totals).toEqual({ requests: 100, input_tokens: 300, output_tokens: 40 });
});

test('OpenRouter: days of requests, dollars', async () => {
  const { rows } = await importText(
    JSON.stringify({
      data: [
        {
          date: '2026-05-04',
          model: 'v/m-1',
          model_permaslug: 'v/m-1-2026',
          endpoint_id: 'e',
          provider_name: 'P',
          usage: 0.015,
          byok_usage_inference: 0.012,
          requests: 5,
          prompt_tokens: 50,
          completion_tokens: 125,
          reasoning_tokens: 25,
        },
      ],
    }),
  );
  expect(rows).toMatchObject([
    {
      account_id: '(not named)',
      request_count: 5,
      cost_micro_usd: 15_000,
      input_tokens: 50,
      output_tokens: 125,
      bucket_seconds: 86_400,
    },
  ]);
});
