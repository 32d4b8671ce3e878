import { bucketRow, EMPTY_RANGE, REVISION_RULE, resultsOf } from './bucket.ts';
import { type Fields, has, objectsAt } from './fields.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';
import { numberText, uncached, wholeNumber } from './units.ts';

const COUNTS = [
  'input_tokens',
  'num_model_requests',
  'output_tokens',
  'input_uncached_tokens',
  'num_requests',
];

export const preset: Preset = {
  id: 'openai-usage',
  title: 'OpenAI usage export',
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
    accountRule('the user', 'the API key', 'the project'),
    'Organisation: the project.',
    'Requests: num_model_requests, over the time range of the row.',
    'Input tokens: input_uncached_tokens where given; otherwise input_tokens without the cached ones.',
    REVISION_RULE,
  ],
  nothing: 'This OpenAI usage export holds empty time ranges only.',
  recognises: (record) => {
    if (!has(record, 'start_time', 'start_time_iso') || has(record, 'amount', 'amount_value', 'trace_id'))
      return false;
    const results = objectsAt(record, 'results') ?? objectsAt(record, 'result');
    if (results === undefined)
      return has(record, 'num_model_requests') || has(record, 'input_uncached_tokens');
    return results.length === 0 || results.some((result) => has(result, ...COUNTS) && !has(result, 'amount'));
  },
  start: eachRecord(function* (record, taking) {
    for (const fields of resultsOf(record, taking)) {
      if (COUNTS.every((name) => fields.peek(name) === undefined)) {
        taking.skip(...EMPTY_RANGE);
        continue;
      }
      yield rowOf(fields);
    }
  }),
};

function rowOf(fields: Fields) {
  const range = {
    start: fields.text('start_time', 'start_time_iso'),
    end: fields.text('end_time', 'end_time_iso'),
  };
  fields.drop('start_time_iso', 'end_time_iso');
  const [user, key, project] = [fields.text('user_id'), fields.text('api_key_id'), fields.text('project_id')];
  const kind = fields.text('object')?.replace(/^organization\.usage\.|\.result$/g, '');
  const model = fields.text('model');
  const read = wholeNumber(fields.text('input_cached_tokens'));
  const write = wholeNumber(fields.text('input_cache_write_tokens'));
  const given = wholeNumber(fields.text('input_uncached_tokens'));
  const input = wholeNumber(fields.text('input_tokens'));
  // The page of the API and the table of the dashboard spell the same groups a little differently.
  const group = kind === 'completions' ? undefined : kind;
  const groups = [
    project,
    user,
    key,
    model,
    group,
    fields.peek('batch')?.toLowerCase(),
    fields.peek('service_tier'),
    fields.peek('size'),
    fields.peek('source'),
  ];
  return bucketRow(
    preset.id,
    range,
    groups,
    {
      account_id: user ?? key ?? project ?? NOT_NAMED,
      organization_id: project,
      api_key_id: key,
      model,
      endpoint: kind,
      input_tokens: numberText(given ?? uncached(input, read, write)),
      output_tokens: numberText(wholeNumber(fields.text('output_tokens'))),
      cache_read_tokens: numberText(read),
      cache_write_tokens: numberText(write),
      request_count: numberText(wholeNumber(fields.text('num_model_requests', 'num_requests'))),
    },
    fields.rest(),
  );
}
