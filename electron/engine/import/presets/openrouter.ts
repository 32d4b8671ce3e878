import { bucketRow, dayRange, REVISION_RULE } from './bucket.ts';
import { Fields, has } from './fields.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';
import { numberText, wholeNumber } from './units.ts';

export const preset: Preset = {
  id: 'openrouter',
  title: 'OpenRouter activity',
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
    'cost_micro_usd',
    'request_count',
    'bucket_seconds',
  ],
  rules: [
    accountRule('the user', 'the API key', 'the app'),
    'Each row counts one UTC day. Requests: requests.',
    'Input tokens: prompt_tokens as given; the report does not say which of them were cached. Output tokens: completion_tokens as given.',
    'Cost: usage, in US dollars; what was paid with own keys (byok_usage_inference) is kept as written.',
    REVISION_RULE,
  ],
  nothing: 'No activity was found in this OpenRouter report.',
  recognises: (record) =>
    has(record, 'date') &&
    has(record, 'model_permaslug', 'byok_usage_inference', 'provider_name') &&
    has(record, 'requests', 'usage', 'prompt_tokens'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const range = dayRange(fields.text('date'));
    const [user, key, app, model, endpoint, provider] = [
      fields.text('user_id', 'user', 'creator_user_id'),
      fields.text('api_key_id', 'api_key_hash', 'api_key_name', 'api_key'),
      fields.peek('app_id', 'app_name', 'app'),
      fields.peek('model'),
      fields.peek('endpoint_id'),
      fields.peek('provider_name'),
    ];
    const slug = fields.peek('model_permaslug');
    yield bucketRow(
      preset.id,
      range,
      [user, key, app, model, slug, endpoint, provider],
      {
        account_id: user ?? key ?? app ?? NOT_NAMED,
        api_key_id: key,
        model: fields.text('model', 'model_permaslug'),
        endpoint: fields.text('endpoint_id'),
        input_tokens: numberText(wholeNumber(fields.text('prompt_tokens'))),
        output_tokens: numberText(wholeNumber(fields.text('completion_tokens'))),
        cost_micro_usd: costAt(fields, 'dollars', 'usage'),
        request_count: numberText(wholeNumber(fields.text('requests'))),
      },
      fields.rest(),
    );
  }),
};
