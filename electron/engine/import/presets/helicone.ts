import { Fields, has } from './fields.ts';
import { messageFields } from './messages.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime, msBetween } from './times.ts';

export const preset: Preset = {
  id: 'helicone',
  title: 'Helicone request export',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'session_id',
    'country',
    'model',
    'endpoint',
    'status',
    'input_tokens',
    'output_tokens',
    'cache_read_tokens',
    'cache_write_tokens',
    'cost_micro_usd',
    'latency_ms',
    'temperature',
    'max_tokens',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule('the user id', 'a user in the properties', 'the organisation'),
    'Bodies and properties whose quotes the exporter doubled twice are read as they were meant.',
    'Input tokens: prompt_tokens as given; cached ones only where the export counts them apart.',
    'Cost: cost, in US dollars. The export names a country, no IP address.',
    MESSAGE_RULE,
  ],
  nothing: 'No request was found in this Helicone export.',
  recognises: (record) =>
    has(record, 'request_created_at', 'response_created_at') &&
    has(record, 'request_user_id', 'request_properties', 'response_status', 'helicone_user', 'request_body'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const [start, end] = [
      fields.text('request_created_at', 'response_created_at'),
      fields.peek('response_created_at'),
    ];
    const user =
      fields.text('request_user_id', 'user_id') ??
      fields.tag('request_properties', 'properties') ??
      fields.text('request_properties.Helicone-User-Id');
    const values = {
      timestamp: isoTime(start),
      account_id: user ?? fields.peek('organization_id', 'helicone_org_id') ?? NOT_NAMED,
      request_id: fields.text('request_id', 'response_id'),
      organization_id: fields.text('organization_id', 'helicone_org_id'),
      session_id: fields.text('request_properties.Helicone-Session-Id', 'properties.Helicone-Session-Id'),
      country: fields.text('country_code'),
      model: fields.text('model', 'request_model', 'request_body.model', 'response_model'),
      endpoint: fields.text('request_path', 'target_url'),
      status: fields.text('response_status', 'status'),
      input_tokens: fields.text('prompt_tokens'),
      output_tokens: fields.text('completion_tokens'),
      cache_read_tokens: fields.text('prompt_cache_read_tokens'),
      cache_write_tokens: fields.text('prompt_cache_write_tokens'),
      cost_micro_usd: costAt(fields, 'dollars', 'cost', 'costUSD', 'cost_usd'),
      latency_ms: fields.text('latency', 'delay_ms') ?? msBetween(start, end),
      temperature: fields.text('request_body.temperature'),
      max_tokens: fields.text('request_body.max_tokens', 'request_body.max_completion_tokens'),
      ...messageFields(
        fields.nested('request_body.messages', 'request_body.contents') ??
          fields.raw('request_body.input', 'request_body.prompt'),
        fields.nested('request_body.system') ?? fields.raw('request_body.system'),
        fields.nested('request_body.tools'),
      ),
    };
    fields.drop('request_body', 'response_body');
    yield { fields: values, extra: fields.rest() };
  }),
};
