import { AUDIT_FIELDS, AUDIT_RULE } from './audit-rules.ts';
import { Fields, has } from './fields.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

const SESSION = 'actor.session';
const KEY = 'actor.api_key';

export const preset: Preset = {
  id: 'openai-audit',
  title: 'OpenAI audit log',
  grain: 'bucket',
  fields: AUDIT_FIELDS,
  rules: [accountRule('the user', 'the service account', 'the API key', 'the project'), AUDIT_RULE],
  nothing: 'No audit event was found in this file.',
  recognises: (record) => has(record, 'effective_at') && has(record, 'type') && has(record, 'actor', 'id'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const key = fields.text(`${KEY}.id`, 'actor.api_key_id');
    const project = fields.peek('project.id');
    const type = fields.text('type');
    const values = {
      timestamp: isoTime(fields.text('effective_at')),
      account_id:
        fields.text(`${SESSION}.user.id`, `${KEY}.user.id`, 'actor.user.id') ??
        fields.text(`${KEY}.service_account.id`) ??
        fields.text(`${SESSION}.user.email`, `${KEY}.user.email`) ??
        key ??
        project ??
        NOT_NAMED,
      request_id: fields.text('id'),
      organization_id: fields.text('project.id', 'organization_id'),
      api_key_id: key,
      ip: fields.text(`${SESSION}.ip_address`, `${KEY}.ip_address`, 'actor.ip_address'),
      country: fields.text(`${SESSION}.ip_address_details.country`, `${KEY}.ip_address_details.country`),
      user_agent: fields.text(`${SESSION}.user_agent`, `${KEY}.user_agent`),
      header_fingerprint: fields.text(`${SESSION}.ja4`, `${SESSION}.ja3`),
      endpoint: type,
      status: type?.endsWith('.failed') ? 'failed' : undefined,
      request_count: '0',
    };
    yield { fields: values, extra: fields.rest() };
  }),
};
