import { bucketRow, dayRange, REVISION_RULE } from './bucket.ts';
import { Fields, has } from './fields.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';
import { numberText, sum, wholeNumber } from './units.ts';

export const preset: Preset = {
  id: 'anthropic-console-usage',
  title: 'Anthropic console usage table',
  grain: 'bucket',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'api_key_id',
    'model',
    'endpoint',
    'input_tokens',
    'output_tokens',
    'cache_read_tokens',
    'cache_write_tokens',
    'request_count',
    'bucket_seconds',
  ],
  rules: [
    accountRule('the name of the API key', 'the workspace'),
    'Organisation: the workspace. Each row counts one UTC day.',
    'Input tokens: usage_input_tokens_no_cache, which holds no cached ones. Cache writes: those kept for 5 minutes and for 1 hour together.',
    'The table does not say how many requests were made: its rows count as none.',
    REVISION_RULE,
  ],
  nothing: 'No usage was found in this Anthropic table.',
  recognises: (record) =>
    has(record, 'usage_date_utc') && has(record, 'usage_input_tokens_no_cache', 'usage_output_tokens'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const range = dayRange(fields.text('usage_date_utc'));
    const [key, workspace, model, kind] = ['api_key', 'workspace', 'model_version', 'usage_type'].map(
      (name) => fields.text(name),
    );
    const counted = (name: string) => wholeNumber(fields.text(name));
    const write =
      counted('usage_input_tokens_cache_write') ??
      sum(
        wholeNumber(fields.peek('usage_input_tokens_cache_write_5m')),
        wholeNumber(fields.peek('usage_input_tokens_cache_write_1h')),
      );
    const groups = ['context_window', 'inference_geo', 'speed'].map((name) => fields.peek(name));
    yield bucketRow(
      preset.id,
      range,
      [key, workspace, model, kind, ...groups],
      {
        account_id: key ?? workspace ?? NOT_NAMED,
        organization_id: workspace,
        api_key_id: key,
        model,
        endpoint: kind,
        input_tokens: numberText(counted('usage_input_tokens_no_cache')),
        output_tokens: numberText(counted('usage_output_tokens')),
        cache_read_tokens: numberText(counted('usage_input_tokens_cache_read')),
        cache_write_tokens: numberText(write),
        request_count: '0',
      },
      fields.rest(),
    );
  }),
};
