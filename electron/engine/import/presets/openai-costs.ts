import { bucketRow, EMPTY_RANGE, REVISION_RULE, resultsOf } from './bucket.ts';
import { has, objectsAt } from './fields.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';

const AMOUNT = ['amount.value', 'amount_value', 'amount'];

export const preset: Preset = {
  id: 'openai-costs',
  title: 'OpenAI costs export',
  grain: 'bucket',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'api_key_id',
    'endpoint',
    'cost_micro_usd',
    'request_count',
    'bucket_seconds',
  ],
  rules: [
    accountRule('the user', 'the API key', 'the project'),
    'Organisation: the project.',
    'Cost: amount, in US dollars; other currencies are kept as text and not added up. Costs count as no requests.',
    REVISION_RULE,
  ],
  nothing: 'This OpenAI costs export holds empty time ranges only.',
  recognises: (record) => {
    if (!has(record, 'start_time', 'start_time_iso')) return false;
    const results = objectsAt(record, 'results') ?? objectsAt(record, 'result');
    if (results === undefined) return has(record, 'line_item') || has(record, 'amount_value');
    return results.length === 0 || results.some((result) => has(result, 'amount'));
  },
  start: eachRecord(function* (record, taking) {
    for (const fields of resultsOf(record, taking)) {
      if (fields.peek(...AMOUNT) === undefined) {
        taking.skip(...EMPTY_RANGE);
        continue;
      }
      const range = {
        start: fields.text('start_time', 'start_time_iso'),
        end: fields.text('end_time', 'end_time_iso'),
      };
      fields.drop('start_time_iso', 'end_time_iso', 'object');
      const [user, key, project] = [
        fields.text('user_id'),
        fields.text('api_key_id'),
        fields.text('project_id'),
      ];
      const currency = fields.peek('amount.currency', 'amount_currency', 'currency') ?? 'usd';
      const item = fields.text('line_item');
      yield bucketRow(
        preset.id,
        range,
        [project, user, key, item, currency],
        {
          account_id: user ?? key ?? project ?? NOT_NAMED,
          organization_id: project,
          api_key_id: key,
          endpoint: item,
          cost_micro_usd: currency.toLowerCase() === 'usd' ? costAt(fields, 'dollars', ...AMOUNT) : undefined,
          request_count: '0',
        },
        fields.rest(),
      );
    }
  }),
};
