import { bucketRow, REVISION_RULE, resultsOf } from './bucket.ts';
import { has, objectsAt } from './fields.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';

const GROUPS = [
  'cost_type',
  'token_type',
  'description',
  'service_tier',
  'context_window',
  'inference_geo',
  'speed',
  'currency',
];

export const preset: Preset = {
  id: 'anthropic-cost',
  title: 'Anthropic cost report',
  grain: 'bucket',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'api_key_id',
    'model',
    'cost_micro_usd',
    'request_count',
    'bucket_seconds',
  ],
  rules: [
    accountRule('the account', 'the API key', 'the workspace'),
    'Organisation: the workspace. Where the report names no workspace, it is the default one, or the report is not grouped by it.',
    'Cost: amount is in cents, "123.45" being 1.2345 US dollars; other currencies are kept as text and not added up. Costs count as no requests.',
    REVISION_RULE,
  ],
  nothing: 'This Anthropic cost report holds empty time ranges only.',
  recognises: (record) => {
    if (!has(record, 'starting_at')) return false;
    const results = objectsAt(record, 'results');
    if (results === undefined) return has(record, 'amount');
    return results.length === 0 || results.some((result) => has(result, 'amount'));
  },
  start: eachRecord(function* (record, taking) {
    for (const fields of resultsOf(record, taking)) {
      const range = { start: fields.text('starting_at'), end: fields.text('ending_at') };
      const account = fields.text('account_id');
      const key = fields.text('api_key_id');
      const workspace = fields.text('workspace_id');
      const model = fields.text('model');
      const currency = fields.peek('currency', 'amount.currency') ?? 'USD';
      yield bucketRow(
        preset.id,
        range,
        [account, key, workspace, model, ...GROUPS.map((name) => fields.peek(name))],
        {
          account_id: account ?? key ?? workspace ?? NOT_NAMED,
          organization_id: workspace,
          api_key_id: key,
          model,
          cost_micro_usd:
            currency.toUpperCase() === 'USD' ? costAt(fields, 'cents', 'amount', 'amount.value') : undefined,
          request_count: '0',
        },
        fields.rest(),
      );
    }
  }),
};
