import { CONVERSATION_FIELDS, CONVERSATION_RULE, NOBODY_RULE, turnsText } from './conversation.ts';
import { Fields, has, objectsAt } from './fields.ts';
import { messageFields } from './messages.ts';
import { eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';

export const preset: Preset = {
  id: 'sharegpt',
  title: 'ShareGPT conversations',
  grain: 'conversation',
  fields: CONVERSATION_FIELDS,
  rules: [
    NOBODY_RULE,
    'The corpus gives no times, so its conversations have none.',
    CONVERSATION_RULE,
    MESSAGE_RULE,
  ],
  nothing: 'No conversation was found in this corpus.',
  recognises: (record) =>
    (objectsAt(record, 'conversations') ?? []).some((turn) => has(turn, 'from') && has(turn, 'value')),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const turns = objectsAt(record, 'conversations') ?? [];
    const id = fields.text('id');
    const values = {
      account_id: NOT_NAMED,
      request_id: id,
      session_id: id,
      model: fields.text('model'),
      request_count: turnsText(turns),
      ...messageFields(turns, fields.raw('system')),
    };
    fields.drop('conversations', 'system');
    yield { fields: values, extra: fields.rest() };
  }),
};
