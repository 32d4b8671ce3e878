import type { RequestField } from '../../../../shared/contract/imports.ts';
import type { Json } from './json-value.ts';
import { userTurns } from './messages.ts';

export const CONVERSATION_FIELDS: readonly RequestField[] = [
  'timestamp',
  'account_id',
  'request_id',
  'session_id',
  'country',
  'user_agent',
  'model',
  'topic',
  'tools_hash',
  'system_hash',
  'prompt_text',
  'request_count',
];

export const CONVERSATION_RULE =
  'A row is a conversation and counts as many requests as the user sent messages, all at the time the corpus gives for it; single requests are not told apart.';

export const NOBODY_RULE = 'The corpus names nobody: all conversations stand under the account (not named).';

/** How many requests a conversation counts as: one at least. */
export function turnsText(messages: Json | undefined): string {
  return String(Math.max(1, userTurns(messages)));
}
