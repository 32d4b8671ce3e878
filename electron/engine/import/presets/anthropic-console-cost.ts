import { bucketRow, dayRange, REVISION_RULE } from './bucket.ts';
import { Fields, has } from './fields.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';

export const preset: Preset = {
  id: 'anthropic-console-cost',
  title: 'Anthropic console cost table',
  grain: 'bucket',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'api_key_id',
    'model',
    'endpoint',
    'cost_micro_usd',
    'request_count',
    'bucket_seconds',
  ],
  rules: [
    accountRule('the name of the API key', 'the workspace'),
    'Organisation: the workspace. Each row counts one UTC day.',
    'Cost: cost_usd, in US dollars; thousands may be grouped by commas. Costs count as no requests.',
    REVISION_RULE,
  ],
  nothing: 'No cost was found in this Anthropic table.',
  recognises: (record) => has(record, 'usage_date_utc') && has(record, 'cost_usd'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const range = dayRange(fields.text('usage_date_utc'));
    const [key, workspace, model, kind] = ['api_key', 'workspace', 'model', 'usage_type'].map((name) =>
      fields.text(name),
    );
    const groups = ['token_type', 'context_window', 'cost_type', 'inference_geo', 'speed'].map((name) =>
      fields.peek(name),
    );
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
        cost_micro_usd: costAt(fields, 'dollars', 'cost_usd'),
        request_count: '0',
      },
      fields.rest(),
    );
  }),
};
