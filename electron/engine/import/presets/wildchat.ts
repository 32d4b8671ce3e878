import { CONVERSATION_FIELDS, CONVERSATION_RULE, turnsText } from './conversation.ts';
import { Fields, has, objectsAt } from './fields.ts';
import { messageFields } from './messages.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

export const preset: Preset = {
  id: 'wildchat',
  title: 'WildChat conversations',
  grain: 'conversation',
  fields: CONVERSATION_FIELDS,
  rules: [
    accountRule('the hashed IP address, since the corpus names no accounts'),
    'Time: that of the last answer.',
    CONVERSATION_RULE,
    MESSAGE_RULE,
  ],
  nothing: 'No conversation was found in this corpus.',
  recognises: (record) => has(record, 'conversation') && has(record, 'conversation_hash', 'hashed_ip'),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const turns = objectsAt(record, 'conversation') ?? [];
    const inTurns = (...paths: readonly string[]) => {
      for (const turn of turns) {
        const text = new Fields(turn).text(...paths);
        if (text !== undefined) return text;
      }
      return undefined;
    };
    const id = fields.text('conversation_hash', 'conversation_id');
    const times = turns.flatMap((turn) => new Fields(turn).peek('timestamp') ?? []);
    const agent = ['header.user-agent', 'header.User-Agent'];
    const values = {
      timestamp: isoTime(fields.text('timestamp') ?? times.at(-1)),
      account_id: fields.text('hashed_ip') ?? inTurns('hashed_ip') ?? NOT_NAMED,
      request_id: id,
      session_id: id,
      country: fields.text('country') ?? inTurns('country'),
      user_agent: fields.text(...agent) ?? inTurns(...agent),
      model: fields.text('model'),
      request_count: turnsText(turns),
      ...messageFields(turns),
    };
    fields.drop('conversation');
    yield { fields: values, extra: fields.rest() };
  }),
};
