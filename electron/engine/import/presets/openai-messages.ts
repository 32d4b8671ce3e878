import { fieldOf } from '../field-names.ts';
import { CONVERSATION_FIELDS, CONVERSATION_RULE, NOBODY_RULE, turnsText } from './conversation.ts';
import { Fields, has, objectsAt } from './fields.ts';
import { messageFields } from './messages.ts';
import { eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';

export const preset: Preset = {
  id: 'openai-messages',
  title: 'Conversations as lists of messages',
  grain: 'conversation',
  fields: CONVERSATION_FIELDS,
  rules: [
    NOBODY_RULE,
    'The file gives no times, so its conversations have none.',
    CONVERSATION_RULE,
    MESSAGE_RULE,
  ],
  nothing: 'No conversation was found in this file.',
  recognises: (record) =>
    (objectsAt(record, 'messages') ?? []).some(
      (message) => has(message, 'role') && has(message, 'content', 'tool_calls'),
    ) &&
    // With a time or an account, it is a log of another kind: those must not be lost.
    !Object.keys(record).some((key) => ['timestamp', 'account_id'].includes(fieldOf(key) ?? '')),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const messages = objectsAt(record, 'messages') ?? [];
    const id = fields.text('id', 'custom_id', 'conversation_id', 'prompt_id');
    const values = {
      account_id: NOT_NAMED,
      request_id: id,
      session_id: id,
      model: fields.text('model'),
      request_count: turnsText(messages),
      ...messageFields(messages, undefined, fields.nested('tools', 'functions')),
    };
    fields.drop('messages', 'tools', 'functions');
    yield { fields: values, extra: fields.rest() };
  }),
};
