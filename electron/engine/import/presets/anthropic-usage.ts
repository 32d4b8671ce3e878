import { bucketRow, REVISION_RULE, resultsOf } from './bucket.ts';
import { has, objectsAt } from './fields.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';
import { numberText, sum, wholeNumber } from './units.ts';

const COUNTS = ['uncached_input_tokens', 'cache_read_input_tokens', 'output_tokens', 'input_tokens'];

export const preset: Preset = {
  id: 'anthropic-usage',
  title: 'Anthropic usage report',
  grain: 'bucket',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'api_key_id',
    'model',
    'input_tokens',
    'output_tokens',
    'cache_read_tokens',
    'cache_write_tokens',
    'request_count',
    'bucket_seconds',
  ],
  rules: [
    accountRule('the account', 'the service account', 'the API key', 'the workspace'),
    'Organisation: the workspace. Where the report names no workspace, it is the default one, or the report is not grouped by it.',
    'Input tokens: uncached_input_tokens, which holds no cached ones. Cache writes: those kept for 5 minutes and for 1 hour together.',
    'The report does not say how many requests were made: its rows count as none.',
    REVISION_RULE,
  ],
  nothing: 'This Anthropic usage report holds empty time ranges only.',
  recognises: (record) => {
    if (!has(record, 'starting_at')) return false;
    const results = objectsAt(record, 'results');
    if (results === undefined) return has(record, ...COUNTS);
    return results.length === 0 || results.some((result) => has(result, ...COUNTS));
  },
  start: eachRecord(function* (record, taking) {
    for (const fields of resultsOf(record, taking)) {
      const range = { start: fields.text('starting_at'), end: fields.text('ending_at') };
      const account = fields.text('account_id');
      const service = fields.text('service_account_id');
      const key = fields.text('api_key_id');
      const workspace = fields.text('workspace_id');
      const model = fields.text('model');
      const write =
        wholeNumber(fields.text('cache_creation_input_tokens')) ??
        sum(
          wholeNumber(fields.peek('cache_creation.ephemeral_5m_input_tokens')),
          wholeNumber(fields.peek('cache_creation.ephemeral_1h_input_tokens')),
        );
      const groups = ['service_tier', 'context_window', 'inference_geo', 'speed'].map((name) =>
        fields.peek(name),
      );
      yield bucketRow(
        preset.id,
        range,
        [account, service, key, workspace, model, ...groups],
        {
          account_id: account ?? service ?? key ?? workspace ?? NOT_NAMED,
          organization_id: workspace,
          api_key_id: key,
          model,
          input_tokens: fields.text('uncached_input_tokens', 'input_tokens'),
          output_tokens: fields.text('output_tokens'),
          cache_read_tokens: fields.text('cache_read_input_tokens'),
          cache_write_tokens: numberText(write),
          request_count: '0',
        },
        fields.rest(),
      );
    }
  }),
};
