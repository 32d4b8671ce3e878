import { expect, test } from 'vitest';
import { importText, lines } from './import-text.ts';

const turn = (role: string, content: string, more: object = {}) => ({ role, content, ...more });

test('WildChat: the hashed address stands for the account, turns are requests', async () => {
  const { source, rows } = await importText(
    lines({
      conversation_hash: 'ab12',
      model: 'm-1',
      timestamp: '2026-05-04T10:00:00+00:00',
      conversation: [
        turn('user', 'One', { hashed_ip: 'ff00', country: 'Norway', header: { 'user-agent': 'Mozilla' } }),
        turn('assistant', 'answer', { timestamp: '2026-05-04T10:00:00+00:00' }),
        turn('user', 'Two', { hashed_ip: 'ff00' }),
        turn('assistant', 'answer'),
      ],
      turn: 2,
      hashed_ip: null,
    }),
  );
  expect(source).toMatchObject({ grain: 'conversation', stored: 1 });
  expect(rows).toMatchObject([
    {
      account_id: 'ff00',
      request_id: 'ab12',
      session_id: 'ab12',
      country: 'Norway',
      user_agent: 'Mozilla',
      prompt_text: 'Two',
      request_count: 2,
      time_us: 1_777_888_800_000_000,
    },
  ]);
  expect(JSON.stringify(rows)).not.toContain('answer');
});

test('a corpus in a table, its lists as JSON text, is read alike', async () => {
  const cell = JSON.stringify([turn('user', 'Hi'), turn('assistant', 'Hello')]).replaceAll('"', '""');
  const { mapping, source, rows } = await importText(
    `conversation_id,model,conversation,turn\nc1,m-1,"${cell}",1\nc2,m-1,"${cell}",1\n`,
  );
  expect(mapping.preset).toBe('lmsys');
  expect(source).toMatchObject({ stored: 2, withoutTime: 2 });
  expect(rows[0]).toMatchObject({ account_id: '(not named)', session_id: 'c1', prompt_text: 'Hi' });
});

test('ShareGPT and lists of messages name nobody', async () => {
  const shared = await importText(
    JSON.stringify([
      {
        id: 's1',
        conversations: [
          { from: 'human', value: 'Hi' },
          { from: 'gpt', value: 'Yes' },
        ],
      },
    ]),
  );
  expect(shared.mapping.preset).toBe('sharegpt');
  expect(shared.rows).toMatchObject([{ account_id: '(not named)', prompt_text: 'Hi' }]);
  expect(shared.source.rules[0]).toContain('(not named)');
  const messages = await importText(
    lines({
      messages: [turn('system', 'S'), turn('user', [{ type: 'text', text: 'Hi' }] as never)],
      tools: [{ a: 1 }],
    }),
  );
  expect(messages.mapping.preset).toBe('openai-messages');
  expect(messages.rows).toMatchObject([
    { prompt_text: 'Hi', system_hash: expect.any(String), tools_hash: expect.any(String) },
  ]);
});

test('a log that carries messages beside times and accounts is no corpus', async () => {
  const { mapping } = await importText(
    lines({ timestamp: '2026-05-04T10:00:00Z', account_id: 'ac_1', messages: [turn('user', 'Hi')] }),
  );
  expect(mapping.preset).toBeUndefined();
});

test('ChatGPT export: the path from the current node to the beginning, answers asked for again left out', async () => {
  const node = (
    id: string,
    parent: string | null,
    children: string[],
    role: string,
    text: string,
    more: object = {},
  ) => ({
    id,
    parent,
    children,
    message: {
      author: { role },
      create_time: 1_777_888_800.5,
      content: { content_type: 'text', parts: [text] },
      metadata: more,
    },
  });
  const { source, rows } = await importText(
    JSON.stringify([
      {
        title: 'private words',
        create_time: 1_777_888_800.123456,
        mapping: {
          root: { id: 'root', parent: null, children: ['a'], message: null },
          a: node('a', 'root', ['b', 'b2'], 'user', 'First'),
          b: node('b', 'a', [], 'assistant', 'dropped', { model_slug: 'old' }),
          b2: node('b2', 'a', ['c'], 'assistant', 'kept', { model_slug: 'm-1' }),
          c: node('c', 'b2', [], 'user', 'Second'),
        },
        current_node: 'c',
        conversation_id: 'cv-1',
      },
      {
        create_time: 1,
        mapping: { x: node('x', 'x', ['x'], 'user', 'loop') },
        current_node: 'x',
        conversation_id: 'cv-2',
      },
    ]),
  );
  expect(source).toMatchObject({ grain: 'conversation', stored: 2, withoutTime: 1 });
  expect(rows[0]).toMatchObject({
    request_id: 'cv-1',
    model: 'm-1',
    prompt_text: 'Second',
    request_count: 2,
    time_us: 1_777_888_800_123_456,
  });
  expect(JSON.stringify(rows[0])).not.toContain('private words');
});
