import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { NETWORK_FUNCTIONS, NETWORK_GLOBALS } from '../../shared/no-network.ts';

const REFUSER = join(checkout, 'electron', 'engine', 'no-network.ts');

/** Ways out, each as a program; `to` is where nobody listens, so that one which is let through ends otherwise. */
const WAYS: Readonly<Record<string, string>> = {
  'net.connect': "(await import('node:net')).connect(1, '127.0.0.1')",
  'a socket of its own': "new (await import('node:net')).Socket().connect(1, '127.0.0.1')",
  'a server': "(await import('node:net')).createServer()",
  'tls.connect': "(await import('node:tls')).connect(1, '127.0.0.1')",
  'http.request': "(await import('node:http')).request('http://127.0.0.1:1')",
  'https.get': "(await import('node:https')).get('https://127.0.0.1:1')",
  'an http server': "(await import('node:http')).createServer().listen(0)",
  'http2.connect': "(await import('node:http2')).connect('http://127.0.0.1:1')",
  'a datagram': "(await import('node:dgram')).createSocket('udp4')",
  'a datagram by hand': "new (await import('node:dgram')).Socket('udp4').send('x', 1, '127.0.0.1')",
  'dns.lookup': "(await import('node:dns')).lookup('localhost', () => {})",
  'dns.promises': "await (await import('node:dns')).promises.lookup('localhost')",
  'a resolver': "await new (await import('node:dns/promises')).Resolver().resolve4('localhost')",
  'by require': "process.getBuiltinModule('module').createRequire('/')('net').connect(1)",
  fetch: "await fetch('http://127.0.0.1:1')",
  WebSocket: "new WebSocket('ws://127.0.0.1:1')",
  'the sockets behind': "process.binding('tcp_wrap')",
  'a debugger': "(await import('node:inspector')).open(0)",
  'a way put back': "Object.defineProperty(process.getBuiltinModule('net'), 'connect', { value: 1 })",
};

const program = `
  await import(${JSON.stringify(REFUSER)});
  const ends = {};
  const say = (name, error) => { ends[name] ??= error === undefined ? 'done' : error.message; };
  ${Object.entries(WAYS)
    .map(([name, code]) => {
      const key = JSON.stringify(name);
      return `try { const made = ${code}; made?.on?.('error', (error) => say(${key}, error)); say(${key}); } catch (error) { say(${key}, error); }`;
    })
    .join('\n')}
`;

const endings = (ends: Readonly<Record<string, string>>) =>
  Object.entries(ends).filter(
    ([, end]) => !/^Stillwatch has no network: .* was refused\.$|^Cannot redefine property/.test(end),
  );

describe('with the ways to the network replaced', () => {
  test('a process finds none', () => {
    const args = ['--input-type=module', '-e', `${program}; console.log(JSON.stringify(ends));`];
    const ends = JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    expect(Object.keys(ends).sort()).toEqual(Object.keys(WAYS).sort());
    expect(endings(ends)).toEqual([]);
  });

  test('nor does a thread of it', async () => {
    const source = `${program}; (await import('node:worker_threads')).parentPort.postMessage(ends);`;
    const url = new URL(
      `data:text/javascript,${encodeURIComponent(source.replaceAll('await import("/', 'await import("file:///'))}`,
    );
    const thread = new Worker(url);
    const ends = await new Promise<Record<string, string>>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
    expect(endings(ends)).toEqual([]);
    await thread.terminate();
  });
});

test('every name in the list is one that this Node has, so that none of them is a slip', () => {
  const missing = Object.entries(NETWORK_FUNCTIONS).flatMap(([module, paths]) =>
    paths.filter((path) => {
      const found = path
        .split('.')
        .reduce<unknown>((value, key) => Reflect.get(Object(value), key), process.getBuiltinModule(module));
      return typeof found !== 'function';
    }),
  );
  expect(missing).toEqual([]);
  expect(NETWORK_GLOBALS.filter((name) => !(name in globalThis))).toEqual(['EventSource']);
});

test('what runs by itself takes them away before it takes in anything else', () => {
  const threads = globSync('electron/engine/**/*.ts', { cwd: checkout }).filter((path) =>
    /\bparentPort\b|\bparentPort\?/.test(readFileSync(join(checkout, path), 'utf8')),
  );
  const entries = [...threads, 'electron/main.ts', 'electron/engine/main.ts', 'electron/cli/main.ts'];
  // The engine's main file speaks of a parent port too.
  expect(new Set(entries).size).toBeGreaterThanOrEqual(9);
  const late = [...new Set(entries)].filter((path) => {
    const first = /^import .*$/m.exec(readFileSync(join(checkout, path), 'utf8'))?.[0] ?? '';
    return !/^import '(\.\.?\/)+(engine\/)?no-network\.ts';$/.test(first);
  });
  expect(late).toEqual([]);
});
