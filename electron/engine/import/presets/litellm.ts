import { Fields, has } from './fields.ts';
import { messageFields } from './messages.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime, msBetween } from './times.ts';
import { numberText, uncached, wholeNumber } from './units.ts';

/** What the proxy writes where a key belongs to nobody. */
const NOBODY = new Set(['default_user_id', 'None', 'null']);
const USAGE = 'metadata.usage_object';

export const preset: Preset = {
  id: 'litellm',
  title: 'LiteLLM spend log',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'api_key_id',
    'session_id',
    'ip',
    'user_agent',
    'end_user_id',
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
    accountRule(
      'user (unless it is default_user_id, which stands for nobody)',
      'end_user',
      'the hash of the API key',
      'the team',
    ),
    'Organisation: organization_id, else team_id.',
    'Input tokens: prompt_tokens includes cached ones; those that metadata.usage_object names are taken off and kept apart.',
    'Cost: spend, in US dollars. Times without a zone are UTC.',
    MESSAGE_RULE,
  ],
  nothing: 'No request was found in this LiteLLM log.',
  recognises: (record) =>
    has(record, 'startTime', 'start_time') &&
    has(record, 'call_type', 'requester_ip_address', 'custom_llm_provider') &&
    has(record, 'api_key', 'spend'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const [start, end] = [fields.text('startTime', 'start_time'), fields.peek('endTime', 'end_time')];
    const read = wholeNumber(
      fields.peek(`${USAGE}.prompt_tokens_details.cached_tokens`, `${USAGE}.cache_read_input_tokens`),
    );
    const write = wholeNumber(
      fields.peek(
        `${USAGE}.cache_creation_input_tokens`,
        `${USAGE}.prompt_tokens_details.cache_creation_tokens`,
      ),
    );
    const user = fields.peek('user');
    const named = user !== undefined && !NOBODY.has(user) ? fields.text('user') : undefined;
    const endUser = fields.text('end_user');
    const key = fields.text('api_key');
    const team = fields.peek('team_id');
    const request = 'proxy_server_request';
    const body = has(record, `${request}.body`) ? `${request}.body` : request;
    const asked = (name: string) => fields.text(`${body}.${name}`, `metadata.${name}`);
    const messages = fields.nested('messages') ?? fields.raw('messages');
    const values = {
      timestamp: isoTime(start),
      account_id: named ?? endUser ?? key ?? team ?? NOT_NAMED,
      request_id: fields.text('request_id'),
      organization_id: fields.text('organization_id') ?? fields.text('team_id'),
      api_key_id: key,
      session_id: fields.text('session_id'),
      ip: fields.text('requester_ip_address', 'metadata.requester_ip_address'),
      user_agent: fields.text('metadata.user_agent', 'metadata.requester_metadata.user_agent'),
      end_user_id: endUser,
      model: fields.text('model', 'model_group'),
      endpoint: fields.text('call_type'),
      status: fields.text('status', 'metadata.status'),
      input_tokens: numberText(uncached(wholeNumber(fields.text('prompt_tokens')), read, write)),
      output_tokens: fields.text('completion_tokens'),
      cache_read_tokens: numberText(read),
      cache_write_tokens: numberText(write),
      cost_micro_usd: costAt(fields, 'dollars', 'spend'),
      latency_ms: fields.text('request_duration_ms') ?? msBetween(start, end),
      temperature: asked('temperature'),
      max_tokens: asked('max_tokens') ?? asked('max_completion_tokens'),
      ...messageFields(
        isEmptyObject(messages) ? fields.nested(`${body}.messages`, `${body}.input`) : messages,
        fields.nested(`${body}.system`) ?? fields.raw(`${body}.system`),
        fields.nested(`${body}.tools`),
      ),
    };
    fields.drop('messages', 'response', request);
    yield { fields: values, extra: fields.rest() };
  }),
};

/** The log holds {} where it was told to store no prompts. */
const isEmptyObject = (value: unknown) =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
