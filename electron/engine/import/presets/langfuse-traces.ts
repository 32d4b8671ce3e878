import { Fields, has } from './fields.ts';
import { messageFields } from './messages.ts';
import { costAt } from './money.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime, secondsAsMs } from './times.ts';

export const preset: Preset = {
  id: 'langfuse-traces',
  title: 'Langfuse traces',
  grain: 'request',
  fields: [
    'timestamp',
    'account_id',
    'request_id',
    'organization_id',
    'session_id',
    'endpoint',
    'cost_micro_usd',
    'latency_ms',
    'tools_hash',
    'system_hash',
    'prompt_text',
  ],
  rules: [
    accountRule('the user id', 'a user in the metadata', 'the session'),
    'A trace counts as one request, although it may hold several calls of a model; where its observations are imported too, those count beside it.',
    'Organisation: the project. Traces carry no tokens. Times without a zone are UTC.',
    MESSAGE_RULE,
  ],
  nothing: 'No trace was found in this Langfuse file.',
  recognises: (record) =>
    has(record, 'id') &&
    has(record, 'timestamp') &&
    has(record, 'user_id', 'userId') &&
    has(record, 'session_id', 'sessionId') &&
    has(record, 'bookmarked', 'release', 'public', 'environment', 'project_id', 'projectId'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const session = fields.text('session_id', 'sessionId');
    const values = {
      timestamp: isoTime(fields.text('timestamp')),
      account_id: fields.text('user_id', 'userId') ?? fields.tag('metadata') ?? session ?? NOT_NAMED,
      request_id: fields.text('id'),
      organization_id: fields.text('project_id', 'projectId'),
      session_id: session,
      endpoint: fields.text('name'),
      cost_micro_usd: costAt(fields, 'dollars', 'total_cost', 'totalCost'),
      latency_ms: secondsAsMs(fields.text('latency')),
      ...messageFields(fields.nested('input') ?? fields.raw('input')),
    };
    fields.drop('input', 'output');
    yield { fields: values, extra: fields.rest() };
  }),
};
