import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject, jsonText, parseNested } from './json-value.ts';

/** What is kept of the messages of a request. */
export interface MessageFields {
  /** Text of the last message of the user. */
  readonly prompt_text?: string;
  /** First 32 hex digits of the SHA-256 of the system prompt, and of the tools as JSON. */
  readonly system_hash?: string;
  readonly tools_hash?: string;
}

const USER_ROLES = new Set(['user', 'human', 'prompter']);
const SYSTEM_ROLES = new Set(['system', 'developer']);

/**
 * Reads messages in any of the usual forms: lists of {role, content}, {role, parts}, {from, value}, with content
 * as text or as parts; JSON text of one; plain text, which counts as a message of the user.
 */
export function messageFields(
  messages: Json | undefined,
  system?: Json | undefined,
  tools?: Json | undefined,
): MessageFields {
  const list = messageList(messages);
  const ofRole = (roles: ReadonlySet<string>) =>
    list.filter((message) => roles.has(roleOf(message))).map((message) => contentText(message));
  const prompt = ofRole(USER_ROLES).at(-1);
  const systemText = [contentText(system), ...ofRole(SYSTEM_ROLES)].filter((text) => text !== '').join('\n');
  const toolValue = typeof tools === 'string' ? (parseNested(tools) ?? tools) : tools;
  return {
    ...(prompt && { prompt_text: prompt }),
    ...(systemText !== '' && { system_hash: shortHash(systemText) }),
    ...(!isEmpty(toolValue) && { tools_hash: shortHash(jsonText(toolValue as Json)) }),
  };
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** How many messages of the user there are. */
export function userTurns(messages: Json | undefined): number {
  return messageList(messages).filter((message) => USER_ROLES.has(roleOf(message))).length;
}

function messageList(value: Json | undefined): JsonObject[] {
  if (typeof value === 'string') {
    const parsed = parseNested(value);
    if (parsed !== undefined) return messageList(parsed);
    return value === '' ? [] : [{ role: 'user', content: value }];
  }
  if (Array.isArray(value))
    return value.flatMap((item) =>
      isObject(item)
        ? [item]
        : typeof item === 'string' && item !== ''
          ? [{ role: 'user', content: item }]
          : [],
    );
  if (!isObject(value)) return [];
  for (const key of ['messages', 'contents', 'input'])
    if (Object.hasOwn(value, key)) return messageList(value[key]);
  return Object.hasOwn(value, 'content') || Object.hasOwn(value, 'parts') ? [value] : [];
}

function roleOf(message: JsonObject): string {
  const role = ownText(message, 'role') ?? ownText(message, 'from');
  // Vertex leaves the role of a lone message out.
  return role?.toLowerCase() ?? 'user';
}

function ownText(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The text in a message or in what it holds; parts that are no text are passed over. */
function contentText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value
      .map(contentText)
      .filter((text) => text !== '')
      .join('\n');
  if (!isObject(value)) return '';
  for (const key of ['content', 'parts', 'text', 'value']) {
    if (Object.hasOwn(value, key) && value[key] !== null) return contentText(value[key]);
  }
  return '';
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
