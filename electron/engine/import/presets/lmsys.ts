import { CONVERSATION_FIELDS, CONVERSATION_RULE, NOBODY_RULE, turnsText } from './conversation.ts';
import { Fields, has, objectsAt } from './fields.ts';
import { messageFields } from './messages.ts';
import { eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

export const preset: Preset = {
  id: 'lmsys',
  title: 'LMSYS-Chat conversations',
  grain: 'conversation',
  fields: CONVERSATION_FIELDS,
  rules: [
    NOBODY_RULE,
    'Where the corpus gives no time, its conversations have none.',
    CONVERSATION_RULE,
    MESSAGE_RULE,
  ],
  nothing: 'No conversation was found in this corpus.',
  recognises: (record) =>
    has(record, 'conversation_id') &&
    (objectsAt(record, 'conversation') ?? []).some((turn) => has(turn, 'role') && has(turn, 'content')),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const turns = objectsAt(record, 'conversation') ?? [];
    const id = fields.text('conversation_id');
    const values = {
      timestamp: isoTime(fields.text('timestamp', 'tstamp')),
      account_id: NOT_NAMED,
      request_id: id,
      session_id: id,
      model: fields.text('model'),
      request_count: turnsText(turns),
      ...messageFields(turns),
    };
    fields.drop('conversation');
    yield { fields: values, extra: fields.rest() };
  }),
};
