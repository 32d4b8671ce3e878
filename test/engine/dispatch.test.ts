import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Context } from '../../electron/engine/context.ts';
import { Dispatcher, loadHandlers } from '../../electron/engine/dispatch.ts';
import type { EngineMessage } from '../../shared/contract/protocol.ts';
import { newCase } from './support.ts';

const handlers = await loadHandlers();

async function ask(message: unknown, context = new Context()): Promise<EngineMessage[]> {
  const sent: EngineMessage[] = [];
  await new Dispatcher(context, handlers, (reply) => sent.push(reply)).receive(message);
  return sent;
}

test('every area is found, and every name is area.verb', () => {
  expect(handlers.size).toBeGreaterThan(20);
  for (const name of handlers.keys()) expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
});

test.each(['constructor', '__proto__', 'toString', 'cases.nothing', '', 'x'.repeat(1e6), 7, null, {}])(
  '%s is no call',
  async (name) => {
    expect(await ask({ id: 1, name, args: {} })).toEqual([
      { id: 1, ok: false, code: 'BAD_ARGS', message: 'The engine knows no such call.' },
    ]);
  },
);

test.each([
  undefined,
  null,
  'text',
  42,
  [],
  { name: 'cases.info' },
  { id: '1', name: 'cases.info' },
  { id: Number.NaN },
])('a message without a number is passed over: %j', async (message) => {
  expect(await ask(message)).toEqual([]);
});

test.each([...handlers.keys()])('%s refuses arguments that are not its own', async (name) => {
  const open = await newCase();
  const context = new Context();
  context.setCase(open);
  const anything = fc.oneof(
    fc.anything(),
    fc.constant({ __proto__: { grant: 'x' } }),
    fc.constant(JSON.parse('{"__proto__": {"grant": "x"}, "grant": 1}')),
    fc.dictionary(fc.string(), fc.anything(), { minKeys: 1 }),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (args) => {
      const parsed = handlers.get(name)?.call.args.safeParse(args);
      fc.pre(parsed?.success === false);
      const [reply] = await ask({ id: 1, name, args }, context);
      expect(reply).toMatchObject({ ok: false, code: 'BAD_ARGS' });
    }),
    { numRuns: 50, seed: 11 },
  );
});

test('without a case, and with a file nobody chose, calls say so', async () => {
  expect((await ask({ id: 1, name: 'cases.info', args: {} }))[0]).toMatchObject({ code: 'NO_CASE' });
  const grant = '01a1fd1a-39e1-744f-be0b-9bb7f876004c';
  expect((await ask({ id: 1, name: 'cases.probe', args: { grant } }))[0]).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('an unexpected error does not carry its message out', async () => {
  const failing = new Map([
    [
      'a.b',
      {
        call: { name: 'a.b', kind: 'read' as const, args: handlers.get('cases.info')!.call.args },
        run: () => {
          throw new Error('prompt text');
        },
      },
    ],
  ]);
  const sent: EngineMessage[] = [];
  await new Dispatcher(new Context(), failing, (reply) => sent.push(reply)).receive({
    id: 1,
    name: 'a.b',
    args: {},
  });
  expect(JSON.stringify(sent)).toContain('INTERNAL');
  expect(JSON.stringify(sent)).not.toContain('prompt text');
});
