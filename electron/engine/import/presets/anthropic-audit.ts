import { AUDIT_FIELDS, AUDIT_RULE } from './audit-rules.ts';
import { Fields, has } from './fields.ts';
import { accountRule, eachRecord, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

export const preset: Preset = {
  id: 'anthropic-audit',
  title: 'Anthropic activity feed',
  grain: 'bucket',
  fields: AUDIT_FIELDS,
  rules: [accountRule('the user', 'the e-mail address', 'the API key', 'the organisation'), AUDIT_RULE],
  nothing: 'No activity was found in this file.',
  recognises: (record) =>
    has(record, 'created_at') &&
    has(record, 'type') &&
    has(record, 'actor.type', 'actor.user_id', 'actor.email_address'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const key = fields.text('actor.api_key_id', 'actor.api_key_name', 'actor.admin_api_key_id');
    const organization = fields.text('organization_id', 'organization_uuid');
    const values = {
      timestamp: isoTime(fields.text('created_at')),
      account_id:
        fields.text('actor.user_id') ??
        fields.text('actor.email_address', 'actor.unauthenticated_email_address') ??
        key ??
        organization ??
        NOT_NAMED,
      request_id: fields.text('id'),
      organization_id: organization,
      api_key_id: key,
      ip: fields.text('actor.ip_address'),
      user_agent: fields.text('actor.user_agent'),
      endpoint: fields.text('type'),
      request_count: '0',
    };
    yield { fields: values, extra: fields.rest() };
  }),
};
