import { bucketRow, REVISION_RULE } from './bucket.ts';
import { Fields, has } from './fields.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';
import { numberText, wholeNumber } from './units.ts';

const MEASURES = {
  request_count: 'request_count',
  input_cache_hit_tokens: 'cache_read_tokens',
  input_cache_miss_tokens: 'input_tokens',
  output_tokens: 'output_tokens',
} as const;

export const preset: Preset = {
  id: 'deepseek',
  title: 'DeepSeek usage amounts',
  grain: 'bucket',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'api_key_id',
    'model',
    'endpoint',
    'input_tokens',
    'output_tokens',
    'cache_read_tokens',
    'request_count',
    'bucket_seconds',
  ],
  rules: [
    accountRule('the user', 'the name of the API key', 'the API key'),
    'The table is in long form: each row holds one measure of a time range. Requests are counted from the rows of type request_count alone.',
    'Input tokens: input_cache_miss_tokens. Cache reads: input_cache_hit_tokens.',
    'The table names no currency, so prices are kept as written and no cost is computed.',
    REVISION_RULE,
  ],
  nothing: 'No amount was found in this DeepSeek table.',
  recognises: (record) =>
    has(record, 'type') &&
    has(record, 'amount') &&
    has(record, 'start_time_iso', 'start_time', 'utc_date') &&
    has(record, 'api_key', 'api_key_name', 'user_id'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const range = {
      start: fields.text('start_time_iso', 'start_time', 'utc_date'),
      end: fields.text('end_time_iso', 'end_time'),
    };
    const [user, name, key, model] = ['user_id', 'api_key_name', 'api_key', 'model'].map((column) =>
      fields.text(column),
    );
    const type = fields.text('type') ?? '';
    const measure = Object.hasOwn(MEASURES, type) ? MEASURES[type as keyof typeof MEASURES] : undefined;
    const amount = measure === undefined ? undefined : numberText(wholeNumber(fields.text('amount')));
    yield bucketRow(
      preset.id,
      range,
      [user, name, key, model, type, fields.peek('price')],
      {
        account_id: user ?? name ?? key ?? NOT_NAMED,
        api_key_id: name ?? key,
        model,
        endpoint: type,
        request_count: '0',
        ...(measure && { [measure]: amount }),
      },
      fields.rest(),
    );
  }),
};
