import { CONVERSATION_FIELDS, CONVERSATION_RULE, turnsText } from './conversation.ts';
import { Fields, has, nestedAt, valueAt } from './fields.ts';
import { isObject, type JsonObject, scalarText } from './json-value.ts';
import { messageFields } from './messages.ts';
import { accountRule, eachRecord, MESSAGE_RULE, NOT_NAMED, type Preset } from './preset.ts';
import { isoTime } from './times.ts';

export const preset: Preset = {
  id: 'chatgpt-export',
  title: 'ChatGPT data export',
  grain: 'conversation',
  fields: CONVERSATION_FIELDS,
  rules: [
    accountRule('the user id, where the conversation has one'),
    'A conversation is a tree; its messages are those from the current one back to the beginning. Answers that were asked for again are left out.',
    'Time: when the conversation was begun.',
    CONVERSATION_RULE,
    MESSAGE_RULE,
  ],
  nothing: 'No conversation was found in this ChatGPT export.',
  recognises: (record) =>
    has(record, 'mapping') &&
    has(record, 'current_node', 'create_time') &&
    isObject(nestedAt(record, 'mapping')),
  start: eachRecord(function* (record) {
    const fields = new Fields(record);
    const mapping = nestedAt(record, 'mapping') as JsonObject;
    const messages = pathTo(mapping, fields.peek('current_node'));
    const id = fields.text('conversation_id', 'id');
    const first = messages[0] && scalarText(valueAt(messages[0], 'create_time'));
    const spoken = messages.map((message) => ({
      role: valueAt(message, 'author.role') ?? 'user',
      content: valueAt(message, 'content') ?? '',
    }));
    const values = {
      timestamp: isoTime(fields.peek('create_time') ?? first),
      account_id: fields.text('user_id', 'account_id') ?? NOT_NAMED,
      request_id: id,
      session_id: id,
      model: modelOf(messages) ?? fields.text('default_model_slug'),
      request_count: turnsText(spoken),
      ...messageFields(spoken),
    };
    fields.drop('mapping', 'title');
    yield { fields: values, extra: fields.rest() };
  }),
};

/** Messages from the beginning to a node; without one, to the last that has none below it. */
function pathTo(mapping: JsonObject, current: string | undefined): JsonObject[] {
  const own = (id: string | undefined) =>
    id !== undefined && Object.hasOwn(mapping, id) ? mapping[id] : undefined;
  const isLeaf = (id: string) => {
    const node = own(id);
    const children = isObject(node) ? valueAt(node, 'children') : undefined;
    return !Array.isArray(children) || children.length === 0;
  };
  const path: JsonObject[] = [];
  // A node that is its own ancestor would never end.
  const seen = new Set<string>();
  let at = own(current) === undefined ? Object.keys(mapping).findLast(isLeaf) : current;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const node = own(at);
    if (!isObject(node)) break;
    const message = valueAt(node, 'message');
    if (isObject(message)) path.push(message);
    at = scalarText(valueAt(node, 'parent'));
  }
  return path.reverse();
}

function modelOf(messages: readonly JsonObject[]): string | undefined {
  for (const message of messages.toReversed()) {
    const slug = scalarText(valueAt(message, 'metadata.model_slug'));
    if (slug !== undefined) return slug;
  }
  return undefined;
}
